/** What kind of value an option takes; it decides the platform's input and the check. */
export type OptionKind =
  | "watch"
  | "story"
  | "actor"
  | "feed"
  | "topic"
  | "subscription"
  | "level"
  | "choice"
  | "text"
  | "date"
  | "integer"
  | "channel";

export type OptionShape = {
  /** Lower case, at most 32 characters. */
  readonly name: string;
  readonly kind: OptionKind;
  /** At most 100 characters. */
  readonly summary: string;
  readonly required: boolean;
  /** All values that a "choice" may have. */
  readonly choices?: readonly string[];
  /** The adapter asks `complete` while the value is typed. */
  readonly completes: boolean;
};

/** The outside of a command: Discord's registration, Slack's manifest, the console's completions, help and docs are made from it. */
export type CommandShape = {
  /** "timeline", or "keywords add" for a command in a group. */
  readonly name: string;
  /** At most 100 characters, a full sentence without its stop. */
  readonly summary: string;
  readonly access: "everyone" | "manager";
  /** Whether the reply shows to the asker alone. */
  readonly visibility: "private" | "shared";
  readonly options: readonly OptionShape[];
  readonly examples: readonly string[];
};
