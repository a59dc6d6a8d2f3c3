import type { Span } from "../../model/article.ts";
import { isOrganisationHead } from "../../text/names/organisation-words.ts";
import { isTitleWord } from "../../text/names/titles.ts";
import type { Part } from "../../text/parts.ts";
import { NAME_CONNECTORS, SENTENCE_STARTERS } from "../../text/word-classes.ts";
import type { Reading } from "../reading/reading.ts";
import { isNickname, isTimeWord } from "./capital-runs.ts";

/** Capitalised words that stand together, as a range of parts. */
export type NameRun = { readonly from: number; readonly to: number };

/** Whether a part is written as a name: "Rubio", "al-Abadi". */
function isNameLike(part: Part | undefined): part is Part {
  return part?.kind === "word" && (part.capital || /^(?:al|el|an|ul|ad|ar|as|ash|at|az)-\p{Lu}/u.test(part.text));
}

function isFunctionWord(part: Part): boolean {
  return SENTENCE_STARTERS.has(part.lower) && !/^(?:US|WHO|IT)$/.test(part.text) && !part.text.includes(".");
}

function startsRun(parts: readonly Part[], at: number): boolean {
  const part = parts[at];
  return isNameLike(part) && !isTimeWord(parts, at) && !isFunctionWord(part);
}

/** "5th Fleet": an ordinal before a name belongs to it. */
const isOrdinal = (part: Part | undefined) => part !== undefined && /^\d+(?:st|nd|rd|th)$/.test(part.text);

/** "of", "for" and "and" belong to a name only after a word such as "Ministry" or "Secretary". */
function joins(parts: readonly Part[], at: number, head: boolean): boolean {
  const part = parts[at];
  if (part === undefined || !startsRun(parts, at + 1)) return false;
  if (part.lower === "of" || part.lower === "for") return head;
  if (isOrdinal(part)) return true;
  return NAME_CONNECTORS.has(part.lower) || part.text === "&";
}

const isBreak = (text: string, left: Part, right: Part) =>
  left.possessive || /\n/.test(text.slice(left.end, right.start));

function runFrom(text: string, parts: readonly Part[], from: number): NameRun {
  let at = from + 1;
  let isHeaded = false;
  for (;;) {
    const [before, part] = [parts[at - 1], parts[at]];
    if (before === undefined || part === undefined || isBreak(text, before, part)) break;
    isHeaded ||= isOrganisationHead(before.lower) || isTitleWord(before.lower);
    if (startsRun(parts, at)) at++;
    else if (isNickname(parts, at) && startsRun(parts, at + 3)) at += 4;
    else if (joins(parts, at, isHeaded)) at += 2;
    else break;
  }
  return { from, to: at };
}

/** All runs of capitalised words outside cross-link lines, in order. */
export function nameRuns(reading: Reading, parts: readonly Part[]): NameRun[] {
  const runs: NameRun[] = [];
  const links = reading.paragraphs.filter((paragraph) => paragraph.crosslink);
  let [at, link] = [0, 0];
  while (at < parts.length) {
    const part = parts[at];
    while (link < links.length && (links[link]?.end ?? 0) <= (part?.start ?? 0)) link++;
    const isLinked = (links[link]?.start ?? Infinity) <= (part?.start ?? 0);
    if (isLinked || !(startsRun(parts, at) || (isOrdinal(part) && startsRun(parts, at + 1)))) {
      at++;
      continue;
    }
    const run = runFrom(reading.text, parts, at);
    runs.push(run);
    at = run.to;
  }
  return runs;
}

/** The span of a range of parts. */
export function spanOf(parts: readonly Part[], from: number, to: number): Span {
  return { start: parts[from]?.start ?? 0, end: parts[to - 1]?.end ?? 0 };
}
