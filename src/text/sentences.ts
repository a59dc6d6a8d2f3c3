import type { Span } from "../model/article.ts";

/** Abbreviations whose full stop does not end a sentence: ranks, titles, initials, months, places. */
const ABBREVIATIONS = new Set(
  (
    "mr mrs ms mx dr prof rev hon fr sr jr st messrs gen maj col lt cpt capt cmdr cdr adm brig sgt spc pfc cpl pvt " +
    "sen rep gov pres amb sec dep asst supt insp det cllr pm fm vs etc no nos vol fig approx dept est inc ltd co corp " +
    "bros jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun " +
    "ave blvd rd mt ft pt ret al op cf eg ie viz"
  ).split(" "),
);

const END = /[.!?…]+["'”’»)\]]*(?=\s|$)|[।۔؟]["'”’»)\]]*/gu;

function endsSentence(text: string, stop: number, after: number, lineEnd: number): boolean {
  let next = after;
  while (next < lineEnd && /\s/u.test(text.charAt(next))) next++;
  if (next >= lineEnd) return true;
  const opener = text.slice(next, next + 2);
  if (/^["'“‘«([]?\p{Ll}/u.test(opener)) return false;
  if (text.charAt(stop) !== "." || after - stop > 1) return true;
  const word = /(?:^|[\s("'“‘[—–-])((?:\p{L}\.)*\p{L}+)$/u.exec(text.slice(Math.max(0, stop - 24), stop))?.[1];
  if (word === undefined) return true;
  if (/^\p{Lu}$/u.test(word)) return false;
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word))
    return /^["“‘]?(?:The|He|She|It|They|We|But|And|In|On|At|A|An|His|Her|This|That|Its)\b/u.test(
      text.slice(next, next + 6),
    );
  if (/^[Nn]os?$/u.test(word)) return !/\d/u.test(text.charAt(next));
  return !ABBREVIATIONS.has(word.toLowerCase());
}

/** Splits text into sentences; a line feed always ends one. Spans are trimmed and never empty. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  const add = (from: number, to: number) => {
    let start = from;
    let end = to;
    while (start < end && /\s/u.test(text.charAt(start))) start++;
    while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
    if (end > start) sentences.push({ start, end });
  };
  // The next end is looked for once, however many lines without one stand before it.
  END.lastIndex = 0;
  let hit = END.exec(text);
  let lineStart = 0;
  while (lineStart <= text.length) {
    const feed = text.indexOf("\n", lineStart);
    const lineEnd = feed < 0 ? text.length : feed;
    let from = lineStart;
    for (; hit !== null && hit.index < lineEnd; hit = END.exec(text)) {
      const after = hit.index + hit[0].length;
      if (!endsSentence(text, hit.index, after, lineEnd)) continue;
      add(from, after);
      from = after;
    }
    add(from, lineEnd);
    lineStart = lineEnd + 1;
  }
  return sentences;
}
