import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut } from "../../src/chat/cut.ts";
import { decodeAction, encodeAction } from "../../src/chat/invocation-code.ts";
import { safeLink } from "../../src/chat/link.ts";
import { cleanText } from "../../src/chat/untrusted.ts";

describe("cleaning", () => {
  test.each([
    ["a direction override cannot turn text around", "pay\u202egpj.exe", "paygpj.exe"],
    ["zero-width spaces cannot hide inside a word", "mi\u200bss\u2060ile\ufeff", "missile"],
    ["controls are dropped", "a\0b\u0007c\u009bd", "abcd"],
    ["lone surrogates are dropped", "a\ud800b\udc00", "ab"],
    ["tag characters are dropped", "ok\u{e0041}\u{e0042}", "ok"],
    ["a flood of combining marks keeps four", `x${"\u0335".repeat(50)}y`, `x${"\u0335".repeat(4)}y`],
    ["spaces collapse, line feeds stay", "a \t\u00a0 b \r\n\n\n\n c", "a b\n\nc"],
    ["letters are composed", "e\u0301", "é"],
    ["a joiner between Latin letters is dropped", "ad\u200cmin \u200d", "admin "],
  ])("%s", (_name, given, wanted) => {
    expect(cleanText(given)).toBe(wanted);
  });

  test.each([
    ["Persian keeps its non-joiner", "می‌خواهم"],
    ["Hindi keeps its joiners", "क्‍ष और र्‌य"],
    ["an emoji family stays together", "👨‍👩‍👧‍👦 and 👩🏽‍🚒 and 🏳️‍🌈"],
    ["an emoji selector stays", "⚠️ 1️⃣ ❤️"],
  ])("%s", (_name, text) => {
    expect(cleanText(text)).toBe(text.normalize("NFC"));
  });

  test("whatever comes in, nothing dangerous comes out", () => {
    const hostile = fc.array(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.constantFrom("\u202e", "\u200b", "\u200d", "\u200c", "\ud83d", "\u0301", "\u{e0020}", "\r", " ", "م", "👩"),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const clean = cleanText(parts.join(""), 100);
        expect(clean.length).toBeLessThanOrEqual(100);
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]|\p{M}{5}| {2}/u);
      }),
    );
  });
});

describe("cutting", () => {
  test("a short text stays as it is", () => {
    expect(cut("Ceasefire", 9)).toBe("Ceasefire");
  });

  test("an emoji family at the limit is left out whole", () => {
    expect(cut("abc👨‍👩‍👧‍👦def", 10)).toBe("abc…");
  });

  test("a cut text is never longer than the limit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 0, max: 40 }), (text, max) => {
        expect(cut(text, max).length).toBeLessThanOrEqual(max);
      }),
    );
  });
});

describe("links", () => {
  test.each([
    ["javascript:alert(1)"],
    ["data:text/html,x"],
    ["https://user:secret@example.org/"],
    ["https://user@example.org/"],
    ["not a url"],
    ["/relative"],
    ["https://[::1]/"],
    ["https://exa(mple.org/"],
    [`https://example.org/${"a".repeat(2_000)}`],
  ])("%s is no link", (url) => {
    expect(safeLink(url)).toBeUndefined();
  });

  test("markup inside an address is percent-encoded", () => {
    expect(safeLink("https://example.org/a_(b)*c|d>e f?q=[x]~`'")).toBe(
      "https://example.org/a%5F%28b%29%2Ac%7Cd%3Ee%20f?q=%5Bx%5D%7E%60%27",
    );
  });
});

describe("action codes", () => {
  test("a command survives the way through a button", () => {
    const action = { command: "keywords add", options: { topic: "a:b=c&d%e", text: "é" }, page: 3 };
    expect(decodeAction(encodeAction(action) ?? "")).toEqual({ ...action, isPaging: true });
    expect(decodeAction("v1:why::story=x")).toEqual({
      command: "why",
      options: { story: "x" },
      page: 1,
      isPaging: false,
    });
  });

  test("a command that is too long for a button has no code", () => {
    expect(encodeAction({ command: "latest", options: { words: "x".repeat(90) } })).toBeUndefined();
  });

  test.each([
    [""],
    ["v1"],
    ["v2:timeline:1:"],
    ["v1:timeline:0:"],
    ["v1:timeline:1e3:"],
    ["v1:timeline:99999:"],
    ["v1:Timeline:1:"],
    ["v1:timeline:1:story"],
    ["v1:timeline:1:story="],
    ["v1:timeline:1:story=a=b"],
    ["v1:timeline:1:story=a&story=b"],
    ["v1:timeline:1:__proto__=x"],
    ["v1:timeline:1:story=%41"],
    ["v1:timeline:1:story=a\nb"],
    ["v1:timeline:1::"],
  ])("the forged code %j is refused", (code) => {
    expect(decodeAction(code)).toBeUndefined();
  });

  test("any text is either refused or a command", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const decoded = decodeAction(`v1:${text}`);
        expect(decoded === undefined || decoded.page >= 1).toBe(true);
      }),
    );
  });
});
