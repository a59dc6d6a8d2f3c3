import { expect, test } from "vitest";
import { htmlToText, plainTitle } from "../../src/text/html.ts";

test("paragraphs, breaks and blocks end lines; inline tags do not", () => {
  const html = "<div><p>One <b>bold</b> word.</p><p>Two<br>three</p></div>tail";
  expect(htmlToText(html)).toBe("One bold word.\nTwo\nthree\ntail");
});

test("list entries begin with a dash", () => {
  expect(htmlToText("<ul><li>first</li><li><p>second</p></li></ul>")).toBe("- first\nsecond");
});

test("a quotation inside a block quote stays", () => {
  expect(htmlToText("<blockquote>“We want calm,”</blockquote> she said")).toBe("“We want calm,”\nshe said");
});

test("scripts, styles, images and captions leave nothing behind", () => {
  const html =
    '<script>if (a < b) x()</script><style>p{}</style>A<img src="x" width="1" height="1">' +
    "<figure><img src=y><figcaption>Photo: Agency</figcaption></figure>B<noscript>C</noscript>";
  expect(htmlToText(html)).toBe("A\nB");
});

test("a caption without an end does not swallow what follows its figure", () => {
  expect(htmlToText("<figure><figcaption>Photo</figure><p>Text</p>")).toBe("Text");
});

test("character references are decoded once, old quotation marks of Windows included", () => {
  expect(htmlToText("AT&amp;T &#8217;t &eacute; &amp;lt; &#147;hi&#148;")).toBe("AT&T ’t é &lt; “hi”");
});

test("a smaller-than sign before a space or a figure is text", () => {
  expect(htmlToText("below <5 °C and 3 < 4")).toBe("below <5 °C and 3 < 4");
});

test("text without tags keeps its paragraphs", () => {
  expect(htmlToText("First line\ngoes on.\n\nSecond.")).toBe("First line goes on.\nSecond.");
});

test("controls and lone surrogates never come out", () => {
  expect(htmlToText("a\u0000b\u001f&#8;c\ud800d")).toBe("abc\ufffdd");
});

test("a title becomes one line", () => {
  expect(plainTitle("<b>Talks</b>\n resume <br>today")).toBe("Talks resume today");
  expect(plainTitle("  Talks \n resume ")).toBe("Talks resume");
});

const LENGTH = 262_144;

// Far more than any text has: whatever took quadratic time would still be at it when the test is given up.
test.each([
  ["unfinished tags", "x<p", ""],
  ["smaller-than signs", "<", ""],
  ["nested blocks", "<div>", ""],
  ["ends without beginnings", "</x>", ""],
  ["comments that never end", "<!--", ""],
  ["ampersands", "&a", "&a"],
])("a quarter of a million characters of %s are read to their end", (_, piece, left) => {
  const text = htmlToText(`<p>before</p>${piece.repeat(LENGTH / piece.length)}`);
  expect(text.startsWith("before")).toBe(true);
  expect(text.endsWith(left)).toBe(true);
  expect(text.length).toBeLessThanOrEqual(LENGTH + "before\n".length);
});
