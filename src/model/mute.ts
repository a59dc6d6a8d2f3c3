import type { Channel, Target } from "./channel.ts";
import type { Level } from "./findings.ts";

/** A channel wants no new messages about a target for a time. Those that it has go on changing: that rings nowhere. */
export type Mute = {
  readonly at: Channel;
  readonly target: Target;
  /** Absent: until somebody ends it. */
  readonly until?: Date;
  /** From this level on messages still come. */
  readonly stillFrom?: Level;
  readonly madeBy: string;
  readonly madeAt: Date;
};
