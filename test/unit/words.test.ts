import { expect, test } from "vitest";
import { Words } from "../../src/text/words.ts";

const words = new Words();

/** Units read in a millisecond, at best. */
function speed(sentence: string): number {
  const text = sentence.repeat(400);
  const times = Array.from({ length: 12 }, () => {
    const began = performance.now();
    words.read(text);
    return performance.now() - began;
  });
  return text.length / Math.min(...times);
}

test("text of other scripts is read about as fast as English", () => {
  const english = speed("The army said on Friday that two drones were shot down near the border town. ");
  expect(english).toBeGreaterThan(2_000);
  const others = [
    "Zwölf Häuser wurden beschädigt, erklärte der Gouverneur später – “très gravement”, l’été dernier. ",
    "सेना ने शुक्रवार को कहा कि सीमा के पास दो ड्रोन मार गिराए गए। ",
    "فوج نے جمعہ کو کہا کہ سرحد کے قریب دو ڈرون مار گرائے گئے۔ ",
  ];
  for (const other of others) expect(speed(other) * 5).toBeGreaterThan(english);
});

test("the hash of a run of letters depends on its letters alone", () => {
  const at = (text: string, word: number) => {
    words.read(text);
    return words.hash(words.from[word] ?? 0, words.from[word + 1] ?? 0);
  };
  expect(at("air strike", 1)).toBe(at("A Strike at dawn", 1));
  words.read("air strike");
  const joined = words.hash(0, words.from[2] ?? 0);
  expect(joined).toBe(at("airstrike", 0));
  expect(at("strike", 0)).not.toBe(at("strikes", 0));
});

test("a text may be longer than any before it", () => {
  for (const length of [10, 100, 10_000, 1]) {
    words.read("ab ".repeat(length));
    expect(words.count).toBe(length);
    expect(words.folded(length - 1)).toBe("ab");
    expect(words.ends[length - 1]).toBe(length * 3 - 1);
  }
});
