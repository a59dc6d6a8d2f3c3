import type { Span } from "../model/article.ts";

const MAX_TITLE = 90;

/**
 * Words of the clause itself, at most 90 characters: joining words before it go, and what is too long is cut at a word.
 * A clause that lost its subject to "and" gets it back: "Pakistan … launched an operation".
 */
export function eventTitle(text: string, { start, end }: Span, subject?: string): string {
  const words = text
    .slice(start, end)
    .replace(/\s+/g, " ")
    .replace(
      /^(?:["“‘'(\s]*)(?:and|but|or|so|while|as|that|following|after|amid|where|when|with|since|because)\s+(?=\S)/i,
      "",
    )
    .replace(/[\s,;:.–—-]+$/, "")
    .trim();
  return cutAtWord(subject === undefined ? words : `${subject} … ${words}`, MAX_TITLE);
}

/** At most `limit` characters, ending at a word with "…" where something was left out. */
function cutAtWord(words: string, limit: number): string {
  const characters = [...words];
  if (characters.length <= limit) return words;
  const kept = characters.slice(0, limit - 1).join("");
  const space = kept.lastIndexOf(" ");
  return `${(space > limit / 2 ? kept.slice(0, space) : kept).replace(/[\s,;:.–—-]+$/, "")}…`;
}
