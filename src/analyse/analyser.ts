import type { Article } from "../model/article.ts";
import type { Findings, Match } from "../model/findings.ts";
import type { Watch } from "../model/watch.ts";

/** How much articles matter to a watch as one server changed it. */
export type Judge = {
  match(article: Article, findings: Findings): Match;
  /** Gives back the words that only this judge needed. */
  release(): void;
};

/** Reads articles against the loaded watches. Pure: the same article gives the same findings. Never throws on any text. */
export type Analyser = {
  /** What the text proves, whatever the watch. */
  read(article: Article): Findings;
  /** How much the article matters to one watch, line by line. */
  match(article: Article, findings: Findings, watch: string): Match;
  /** A judge for an edited form of a loaded watch: what both have in common is shared. */
  judge(edited: Watch): Judge;
};
