import { readdirSync, readFileSync } from "node:fs";
import type { Span } from "../src/model/article.ts";

/** A quotation of a training text with the mention of its speaker; absent when the text leaves it open. */
type Marked = { readonly end: number; readonly speaker?: Span };

/** A training text without its marking, and what was marked. */
export type TrainingText = { readonly text: string; readonly quotes: readonly Marked[] };

const MARKING = /<(\d):([^<>]*)>| ?\{([\d?])\}/gu;

/**
 * Reads one marked text: `<1:NAME>` marks a mention, `{1}` right behind a closing mark says that this mention is the
 * speaker, `{?}` that none can be told.
 */
export function readMarked(marked: string): TrainingText {
  const speakers = new Map<string, Span>();
  const ends: { end: number; id: string }[] = [];
  let text = "";
  let at = 0;
  for (const match of marked.matchAll(MARKING)) {
    text += marked.slice(at, match.index);
    at = match.index + match[0].length;
    const [, mention, words = "", id] = match;
    if (mention !== undefined) speakers.set(mention, { start: text.length, end: text.length + words.length });
    if (id !== undefined) ends.push({ end: text.length, id });
    text += words;
  }
  text += marked.slice(at);
  const quotes = ends.map(({ end, id }) => {
    const speaker = speakers.get(id);
    if (speaker === undefined && id !== "?") throw new Error(`no mention <${id}:…> in: ${marked.slice(0, 80)}`);
    return { end, ...(speaker === undefined ? {} : { speaker }) };
  });
  return { text, quotes };
}

/** All texts of a folder of `.txt` files; a line of three dashes stands between two of them. */
export function readFolder(folder: string): TrainingText[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".txt"));
  return files.sort().flatMap((file) => {
    const articles = readFileSync(`${folder}/${file}`, "utf8").split(/^---$/mu);
    return articles.map((article) => readMarked(article.trim()));
  });
}
