import type { Article } from "../model/article.ts";
import { isCrosslink } from "../text/crosslinks.ts";
import { stem } from "../text/stem.ts";
import { tokenize } from "../text/tokens.ts";

/** Words of a news item that say what it is about, each with how often it counts: the title twice, the lead once. */
export type Terms = ReadonlyMap<string, number>;

const TITLE_WEIGHT = 2;
const LEAD_TOKENS = 120;
/** Pairs of words carry titles; a full text says enough without them. */
const PAIR_WEIGHT = 0.6;
const SHORT_LEAD = 40;

const STOP = new Set(
  (
    "a about above after again against ahead all almost along already also although am amid among an and another any are around as ask asked at " +
    "away back be became because become been before behind being below between both but by call called came can cannot come could day days did do does doing down during " +
    "each early either else even ever every few first five for former four from further get gets give given go goes going good got had has have having he her here hers him his " +
    "how however i if in including inside into is it its itself just keep know known last late later latest least less like likely long look made make makes making many may me " +
    "might month months more most much must my near need never new next no nor not now of off on once one only onto or other others our out over own part people per place put " +
    "rather really report reported reportedly reports right said same saw say saying says second see seen set several shall she should show since six so some still such take takes taken than that the their " +
    "them then there these they thing things third this those though three through time times to today told tomorrow tonight too took toward towards two under until up upon us use used very via " +
    "want wants was way we week weeks well went were what when where whether which while who whom whose why will with within without would year years yesterday yet you your " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december " +
    "mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec " +
    "video watch live update updates updated photo photos picture pictures gallery read exclusive breaking news story explained analysis opinion " +
    "dont doesnt didnt isnt wasnt cant couldnt wont wouldnt havent hasnt arent werent im ive hes shes theyre youre thats whats lets ll re ve s t d m"
  ).split(" "),
);

function wordsOf(text: string): string[] {
  return tokenize(text).map((token) => token.folded);
}

function isTelling(word: string): boolean {
  return !STOP.has(word) && (word.length > 1 || /[^a-z]/.test(word));
}

function count(terms: Map<string, number>, words: readonly string[], weight: number, pairs: boolean): void {
  let before: string | undefined;
  for (const word of words) {
    if (!isTelling(word)) {
      before = undefined;
      continue;
    }
    const term = stem(word);
    terms.set(term, (terms.get(term) ?? 0) + weight);
    if (pairs && before !== undefined) {
      const pair = `${before} ${term}`;
      terms.set(pair, (terms.get(pair) ?? 0) + weight * PAIR_WEIGHT);
    }
    before = term;
  }
}

/** The terms of an item's title and lead. Lines that lead to other stories say nothing about this one. */
export function termsOf(article: Article): Terms {
  const body = article.text
    .split("\n")
    .filter((line) => !isCrosslink(line))
    .join("\n");
  const title = article.title ?? "";
  const lead = body.trim() === title.trim() ? [] : wordsOf(body.slice(0, LEAD_TOKENS * 12)).slice(0, LEAD_TOKENS);
  const pairs = lead.length < SHORT_LEAD;
  const terms = new Map<string, number>();
  count(terms, wordsOf(title), TITLE_WEIGHT, pairs);
  count(terms, lead, 1, pairs);
  return terms;
}
