import type { Article } from "../../model/article.ts";
import type { Findings } from "../../model/findings.ts";

/** What a later item showed to be another event: these items leave the story `from` and are the story `into`. */
export type Split = { readonly from: string; readonly into: string; readonly items: readonly string[] };

/** Where an item belongs. */
export type Placement = {
  readonly story: string;
  /** The earlier item whose text this one repeats. */
  readonly duplicateOf?: string;
  /** Stories that turned out to be part of `story`. */
  readonly merged: readonly string[];
  /** The item showed that its story held two events. It is itself among the items of one of both. */
  readonly split?: Split;
  /** The item begins a story that continues this earlier one. */
  readonly follows?: { readonly story: string; readonly because: string };
  /** Why, in words: "shares Pahalgam, 26 killed (similarity 0.41)". Absent for a story of its own. */
  readonly because?: string;
};

/** The stories of the window, in memory. Items come in order of arrival; the same item again keeps its story. */
export type StoryIndex = {
  place(article: Article, findings: Findings): Placement;
  /** Tells the index what the store already knows, when it is rebuilt. */
  restore(article: Article, findings: Findings, story: string): void;
};
