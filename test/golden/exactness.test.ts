import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createPhraseIndex } from "../../src/text/phrases/phrases.ts";

const FOLDER = "demo/items";
const LEAST_LETTERS = 3;

/** All reports of the demo, as they are written. */
const TEXT = readdirSync(FOLDER)
  .sort()
  .map((name) => readFileSync(`${FOLDER}/${name}`, "utf8"))
  .join("\n");

/** Every word of the text, and every two that stand beside one another. */
function phrasesOf(text: string): string[] {
  const words = text.match(/[A-Za-z]+/g) ?? [];
  const pairs = [...text.matchAll(/(?<![\p{L}\p{N}'’])([A-Za-z]+ )(?=([A-Za-z]+))/gu)];
  const all = [...words, ...pairs.map(([, first = "", second = ""]) => first + second)].map((phrase) =>
    phrase.toLowerCase(),
  );
  return [...new Set(all)].filter((phrase) => phrase.length >= LEAST_LETTERS);
}

const ENDS_IN_WORD = /[\p{L}\p{N}\p{M}]['’]?$/u;
const GOES_ON = /^(?!['’]s(?!['’]?[\p{L}\p{N}\p{M}]))['’]?[\p{L}\p{N}\p{M}]/u;

/** Where a pattern finds a phrase between the ends of words; a possessive 's and a hyphen for a space are told by it. */
function byPattern(phrase: string, text: string): string[] {
  // Looked for ahead, so that "land and a" does not hide "and a" behind the one in "land".
  const pattern = new RegExp(`(?=(${phrase.replace(" ", "(?:['’]s)?[ -]")}))`, "g");
  return [...text.matchAll(pattern)].flatMap((hit) => {
    const [start, end] = [hit.index, hit.index + (hit[1]?.length ?? 0)];
    const isWord =
      !ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start)) && !GOES_ON.test(text.slice(end, end + 4));
    return isWord ? [`${start} ${end}`] : [];
  });
}

/** Words that are written apart or together: the engine takes "cease-fire" and "ceasefire" for one on purpose. */
function isJoined(phrase: string, found: string): boolean {
  const bare = (words: string) => words.toLowerCase().replace(/['’]s\b|[^a-z]/g, "");
  return (
    bare(found) === bare(phrase) &&
    found
      .toLowerCase()
      .replace(/['’]s\b/g, "")
      .replaceAll("-", " ") !== phrase
  );
}

test("the engine and a word-boundary pattern for each phrase find the same in every report of the demo", () => {
  const phrases = phrasesOf(TEXT);
  expect(phrases.length).toBeGreaterThan(3_000);
  const small = TEXT.toLowerCase();
  expect(small.length).toBe(TEXT.length);
  const index = createPhraseIndex(phrases.map((text) => ({ text, exact: true })));
  const found = new Map<number, string[]>();
  for (const { phrase, start, end } of index.findAll(TEXT))
    if (!isJoined(phrases[phrase] ?? "", TEXT.slice(start, end)))
      found.set(phrase, [...(found.get(phrase) ?? []), `${start} ${end}`]);
  let checks = 0;
  const differing = phrases.flatMap((phrase, at) => {
    const [engine, pattern] = [found.get(at) ?? [], byPattern(phrase, small)];
    checks += pattern.length;
    return engine.join() === pattern.join() ? [] : [{ phrase, engine, pattern }];
  });
  expect(differing).toEqual([]);
  expect(checks).toBeGreaterThan(10_000);
});
