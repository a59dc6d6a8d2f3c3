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

/**
 * How a story hangs together with an earlier one: it *follows* it, as talks follow a battle, or it has *parted* from it,
 * because its reports were first taken for a part of the other.
 */
export type StoryLink = {
  readonly story: string;
  readonly kind: "follows" | "parted";
  readonly other: string;
  readonly at: Date;
  /** The words that both share, for a story that follows another. */
  readonly because?: string;
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
