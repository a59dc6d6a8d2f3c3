import type { ActorKind, Direction } from "./findings.ts";

/** Who publishes: `owner` and `country` let independent origins be counted. */
export type Outlet = { readonly name: string; readonly country?: string; readonly owner?: string };

/** A feed as a watch file or a manager names it. */
export type FeedSpec = {
  readonly url: string;
  readonly outlet: Outlet;
  readonly language?: string;
  /** IANA zone of dates that carry none. */
  readonly timezone?: string;
};

/** A post that someone held, with local dates; absent ends are open. */
export type Role = {
  readonly title: string;
  /** Other words for the title: "foreign minister" for an External Affairs Minister. */
  readonly also?: readonly string[];
  readonly organisation?: string;
  readonly country?: string;
  readonly from?: string;
  readonly to?: string;
};

/** A short name that counts only in the right company: `near` words around it. */
export type BareName = {
  readonly name: string;
  /** Counts only when one of these stands within `near` tokens (default 40). */
  readonly needs?: readonly string[];
  readonly near?: number;
  /** Never counts when one of these stands within `near` tokens. */
  readonly not?: readonly string[];
};

/** A person, organisation or place to recognise under every spelling. */
export type Actor = {
  readonly id: string;
  readonly kind: ActorKind;
  readonly name: string;
  /** Every full spelling, in any script, `name` included. */
  readonly names: readonly string[];
  readonly bare: readonly BareName[];
  /** Words for people of a place: Indian, Pakistani. */
  readonly demonyms: readonly string[];
  readonly gender?: "male" | "female";
  readonly country?: string;
  readonly roles: readonly Role[];
  readonly weight: number;
};

/** An operation, attack or treaty with a name of its own; all spellings are one event. */
export type NamedEvent = {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
  /** Does not count when one of these words stands within six tokens. */
  readonly not: readonly string[];
  readonly date?: string;
  readonly weight: number;
};

/** A phrase with the points it brings. `~word` in a file switches inflection off: `exact`. */
export type Term = { readonly phrase: string; readonly weight: number; readonly exact: boolean };

export type Topic = { readonly id: string; readonly direction: Direction; readonly terms: readonly Term[] };

/** One crisis to follow. */
export type Watch = {
  readonly id: string;
  readonly name: string;
  readonly languages: readonly string[];
  /** Relevant from this score on, when `require` is met too. */
  readonly threshold: number;
  readonly require: { readonly topics: number; readonly actorsOrPlaces: number };
  /** The countries between which the crisis is. */
  readonly sides?: readonly string[];
  readonly feeds: readonly FeedSpec[];
  /** People, organisations and places. */
  readonly actors: readonly Actor[];
  readonly events: readonly NamedEvent[];
  readonly topics: readonly Topic[];
  /** Weights here are positive and are subtracted. */
  readonly negatives: readonly Term[];
};

/** One edit of a watch by one server, kept in an append-only log over the file. */
export type WatchChange =
  | { readonly kind: "add-keyword"; readonly topic: string; readonly phrase: string; readonly weight: number }
  | { readonly kind: "remove-keyword"; readonly topic: string; readonly phrase: string }
  /** `of` is the id of the actor or event whose name it is. */
  | { readonly kind: "add-spelling"; readonly of: string; readonly spelling: string }
  /** The spelling is not that name: it is not proposed again. Changes nothing that is matched. */
  | { readonly kind: "dismiss-spelling"; readonly of: string; readonly spelling: string }
  | { readonly kind: "add-feed"; readonly feed: FeedSpec }
  | { readonly kind: "remove-feed"; readonly url: string }
  /** Takes back an earlier edit of the same server, by its number in the log; that edit may be an undoing, too. */
  | { readonly kind: "undo"; readonly edit: number };
