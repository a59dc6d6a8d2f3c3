import type { Article } from "../model/article.ts";
import type { Findings } from "../model/findings.ts";

/** Where an item belongs. */
export type Placement = {
  readonly story: string;
  /** The earlier item whose text this one repeats. */
  readonly duplicateOf?: string;
  /** Stories that turned out to be part of `story`. */
  readonly merged: readonly string[];
  /** Why, in words: "shares Pahalgam, 26 killed (similarity 0.41)". Absent for a story of its own. */
  readonly because?: string;
};

/** The stories of the window, in memory. Items come in order of arrival; the same item again keeps its story. */
export type StoryIndex = {
  place(article: Article, findings: Findings): Placement;
  /** Tells the index what the store already knows, when it is rebuilt. */
  restore(article: Article, findings: Findings, story: string): void;
};
