import type { Channel, Target } from "../model/channel.ts";
import type { Mute } from "../model/mute.ts";

export type MuteStore = {
  /** One per channel and target: a second one takes the place of the first. */
  save(mute: Mute): Promise<void>;
  /** False when none was in force. */
  remove(at: Channel, target: Target, now: Date): Promise<boolean>;
  /** Those in force on a server, the oldest first; `server` is a server key. */
  list(server: string, now: Date): Promise<Mute[]>;
  /** Those in force on any of the targets, in any channel. */
  onTargets(targets: readonly Target[], now: Date): Promise<Mute[]>;
};
