import { expect, test } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { stem } from "../../src/text/stem.ts";
import { tokenize } from "../../src/text/tokens.ts";

const words = (text: string) => tokenize(text).map((token) => token.folded);
const surfaces = (text: string) => tokenize(text).map((token) => text.slice(token.start, token.end));

test("folding drops case and accents and leaves one space between words", () => {
  expect(fold("  São Tomé–Zürich, ŁÓDŹ ")).toBe("sao tome zurich lodz");
});

test("Arabic and Urdu keyboards fold to the same letters", () => {
  expect(fold("عاصم منير")).toBe(fold("عاصم منیر"));
  expect(fold("كَشْمِير")).toBe(fold("کشمیر"));
});

test("Devanagari keeps its vowel signs, and the nukta leaves no trace", () => {
  expect(words("विदेश मंत्री जयशंकर")).toEqual(["विदेश", "मंत्री", "जयशंकर"]);
  expect(fold("राज़")).toBe(fold("राज"));
});

test("an apostrophe inside a word belongs to it, a possessive does not", () => {
  expect(words("O’Brien's soldiers' graves")).toEqual(["obrien", "soldiers", "graves"]);
  expect(surfaces("Pakistan’s army")).toEqual(["Pakistan", "army"]);
});

test("dotted initials are one word", () => {
  expect(words("The U.S. and J.D. Vance met S. Jaishankar.")).toEqual([
    "the",
    "us",
    "and",
    "jd",
    "vance",
    "met",
    "s",
    "jaishankar",
  ]);
});

test("emoji separate words, letters beyond the basic plane do not", () => {
  expect(words("🚨India🇮🇳 now")).toEqual(["india", "now"]);
  expect(words("𐐷𐐲𐐾 x")).toHaveLength(2);
});

test("Chinese text is cut into words", () => {
  expect(words("印度和巴基斯坦").length).toBeGreaterThan(1);
});

test("common endings meet in one stem and other words stay apart", () => {
  const groups = [
    ["strike", "strikes", "striking"],
    ["kidnap", "kidnaps", "kidnapped", "kidnapping"],
    ["deny", "denies", "denied", "denying"],
    ["escalate", "escalated", "escalating"],
    ["clash", "clashes", "clashed", "clashing"],
    ["hostility", "hostilities"],
  ];
  for (const group of groups) expect(new Set(group.map(stem)), group.join()).toHaveProperty("size", 1);
  expect(stem("ceasefire")).not.toBe(stem("cease"));
  expect(stem("crisis")).toBe("crisis");
});
