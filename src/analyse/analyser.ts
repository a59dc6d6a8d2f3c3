import type { Article } from "../model/article.ts";
import type { Findings, Match } from "../model/findings.ts";

/** Reads articles against the loaded watches. Pure: the same article gives the same findings. Never throws on any text. */
export type Analyser = {
  /** What the text proves, whatever the watch. */
  read(article: Article): Findings;
  /** How much the article matters to one watch, line by line. */
  match(article: Article, findings: Findings, watch: string): Match;
};
