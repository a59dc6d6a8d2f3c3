import type { Evidence, Span } from "./article.ts";

export const LEVELS = ["info", "alert", "urgent", "flash"] as const;
/** How loudly a story speaks, from the quietest to the loudest. */
export type Level = (typeof LEVELS)[number];

/** Which way a story moves the crisis. */
export type Direction = "escalation" | "de-escalation" | "mixed" | "none";

/** Who said something: the mention in the text (may be a pronoun), the full name it resolves to, the watch's actor. */
export type Speaker = Partial<Evidence> & { readonly name?: string; readonly actor?: string };

/** A direct quotation; the span leaves the marks out. `confidence` (0..1) is for the speaker. */
export type Quote = Evidence & { readonly speaker?: Speaker; readonly confidence: number; readonly cue?: string };

/**
 * A quotation that an earlier `revision` of the item had, in that revision's offsets; what `became` of it, and when the
 * text without it was first seen (`until`, ISO 8601 in UTC).
 */
export type FormerQuote = Quote & {
  readonly revision: number;
  readonly until: string;
  readonly became: "gone" | "unquoted" | "reworded" | "reattributed";
};

/** Reported (indirect) speech: never shown inside quotation marks. */
export type Statement = Evidence & { readonly speaker?: Speaker; readonly cue?: string; readonly confidence: number };

export type ActorKind = "person" | "organisation" | "place";

/** One mention of an actor in a text. */
export type ActorMention = Evidence & { readonly kind: ActorKind; readonly name: string; readonly actor?: string };

/** A time expression with its TIMEX3 value. */
export type DateExpression = Evidence & {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET";
  readonly value: string;
};

const EVENT_TYPES = [
  "agree",
  "consult",
  "support",
  "aid",
  "concede",
  "request",
  "accuse",
  "reject",
  "threaten",
  "protest",
  "sanction",
  "mobilize",
  "coerce",
  "assault",
  "fight",
  "kill",
  "disaster",
  "other",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type EventStatus = "stated" | "attributed" | "alleged" | "denied" | "unconfirmed" | "planned";

/** Something that happened, is said to have happened, or is planned; the span is the clause that tells it. */
export type DatedEvent = Span & {
  /** Local calendar date: yyyy, yyyy-mm, yyyy-Www or yyyy-mm-dd, as `precision` says. */
  readonly date?: string;
  readonly precision: "day" | "week" | "month" | "year" | "by";
  readonly basis: "explicit" | "relative" | "publication";
  readonly type: EventType;
  readonly status: EventStatus;
  /** Extractive, at most 90 characters. */
  readonly title: string;
  /** The named operation or incident, as the watch names it. */
  readonly name?: string;
  readonly actors?: readonly string[];
  /** Who says so, where the text attributes it. */
  readonly attributedTo?: string;
  readonly killed?: number;
  /** The upper end, where the text gives a range: "between 35 and 40". */
  readonly killedTo?: number;
  readonly injured?: number;
  readonly injuredTo?: number;
};

/** One line of a score: the points it brings, why, and where the words stand (in `text`; absent when in the title). */
export type MatchLine = {
  readonly points: number;
  readonly what: string;
  readonly start?: number;
  readonly end?: number;
};

/** An article or story seen through a watch. `score` is the sum of the lines' points. */
export type Match = {
  readonly watch: string;
  readonly score: number;
  readonly level: Level;
  readonly direction: Direction;
  readonly relevant: boolean;
  readonly lines: readonly MatchLine[];
};

/** A headline of at most 120 characters and one to three sentences of the text, verbatim. */
export type Summary = { readonly headline: string; readonly sentences: readonly Evidence[] };

/** All that is proven from one article, whatever the watch. */
export type Findings = {
  readonly quotes: readonly Quote[];
  readonly statements: readonly Statement[];
  readonly actors: readonly ActorMention[];
  readonly dates: readonly DateExpression[];
  readonly events: readonly DatedEvent[];
  readonly summary: Summary;
  /** What the outlet changed in later revisions, in plain words, oldest first: "19 killed → 17". */
  readonly changes?: readonly string[];
  /** Why it was taken into its story, in plain words: "shares Klow (similarity 0.41)". Absent for a story's first report. */
  readonly joinedBecause?: string;
  /** Quotations of earlier revisions that the text no longer has as they were, oldest first. */
  readonly formerQuotes?: readonly FormerQuote[];
};
