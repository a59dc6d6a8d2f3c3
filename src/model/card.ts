import type { Level } from "./findings.ts";

/** A piece of text that no platform has interpreted yet. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly url: string }
  /** A real instant, shown in the reader's zone. Calendar days are plain text. */
  | { readonly kind: "time"; readonly at: Date; readonly style: "relative" | "datetime" }
  /** A channel of the reader's own server, by its id. */
  | { readonly kind: "channel"; readonly id: string };

/** Text is a list of spans, never a markup string: only a renderer escapes. */
export type Text = readonly Inline[];

export type Fact = { readonly name: string; readonly value: Text };

export type CardQuote = {
  readonly text: string;
  /** Absent: "speaker not identified". */
  readonly speaker?: string;
  readonly role?: string;
  readonly source: Text;
  /** "wording differs between outlets". */
  readonly note?: string;
};

/** One line of a list or timeline; rows with the same heading stand together. */
export type Row = {
  readonly heading?: string;
  /** A character that says how sure the line is, in place of a bullet: "~", "?", "×". */
  readonly sign?: string;
  readonly text: Text;
  readonly note?: Text;
};

export type CardSource = {
  readonly label: string;
  readonly domain?: string;
  readonly url?: string;
  readonly at?: Date;
};

/** A button: it runs a command, exactly as if the reader had typed it. */
export type Action = {
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  readonly page?: number;
};

/** One platform-neutral message. */
export type Card = {
  readonly kind: "alert" | "timeline" | "quotes" | "list" | "help" | "status" | "error";
  readonly level?: Level;
  readonly title: string;
  readonly url?: string;
  readonly lead?: Text;
  readonly facts: readonly Fact[];
  readonly quotes: readonly CardQuote[];
  readonly rows: readonly Row[];
  readonly sources: readonly CardSource[];
  /** Sources left out of `sources`. */
  readonly footer?: Text;
  readonly actions: readonly Action[];
  /** 1-based. */
  readonly page?: { readonly number: number; readonly of: number };
};

/** A file that goes with a reply. */
export type Attachment = {
  /** ASCII letters, digits, "-" and one ".": safe in a header and on any disk. */
  readonly name: string;
  /** Media type, such as "text/csv; charset=utf-8". */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, in words, at most 1,000 characters; absent for other files. */
  readonly alt?: string;
};

/** What a command answers. `problem` marks an error: what failed, in plain words, and the one next step. */
export type Reply = {
  readonly visibility: "private" | "shared";
  readonly cards: readonly Card[];
  readonly files?: readonly Attachment[];
  readonly problem?: { readonly code: string; readonly what: string; readonly next: string };
};

/** Plain text as spans. */
export function plain(text: string): Text {
  return [{ kind: "text", text }];
}

/** A card with every list empty, to be filled by the caller. */
export function card(parts: Partial<Card> & Pick<Card, "kind" | "title">): Card {
  return { facts: [], quotes: [], rows: [], sources: [], actions: [], ...parts };
}
