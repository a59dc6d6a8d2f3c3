import type { Direction, Level, MatchLine } from "./findings.ts";

/** The items that report one event, across feeds and languages. */
export type Story = {
  readonly id: string;
  /** Grows with each change. */
  readonly revision: number;
  readonly headline: string;
  readonly firstSeen: Date;
  readonly lastChange: Date;
  /** The story that this one turned out to be a part of. */
  readonly mergedInto?: string;
};

/** A story seen through a watch; `server` is set when that server's edits of the watch took part. */
export type Alert = {
  readonly story: string;
  readonly watch: string;
  readonly server?: string;
  readonly relevant: boolean;
  readonly score: number;
  readonly level: Level;
  readonly direction: Direction;
  readonly lines: readonly MatchLine[];
  /** Number of independent origins: reprints of one agency text count once. */
  readonly origins: number;
  readonly outlets: number;
};
