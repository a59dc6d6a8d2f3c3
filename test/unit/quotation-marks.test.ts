import { expect, test } from "vitest";
import { pairQuotationMarks } from "../../src/analyse/reading/quotation-marks.ts";
import { layOut } from "../../src/analyse/reading/reading.ts";
import { withRealMarks } from "../../src/text/doubled-marks.ts";

/** The words of each quotation; "…" behind one that was left open. */
function pairs(text: string): string[] {
  const quotations = pairQuotationMarks(layOut({ id: "marks", text }));
  return quotations.map(({ start, end, closed }) => `${text.slice(start, end)}${closed ? "" : "…"}`);
}

test.each([
  ["typographic", "He said “we sail” and left.", ["we sail"]],
  ["low and high", "Er sagte „wir segeln” und ging.", ["wir segeln"]],
  ["pointed, with blanks", "Il dit « on navigue » et part.", ["on navigue"]],
  ["straight", 'He said "we sail" and "we rest".', ["we sail", "we rest"]],
  ["straight after a bracket and a dash", 'A plan ("sail") - "rest" - ends.', ["sail", "rest"]],
  ["single typographic", "He said ‘we can’t sail’ and left.", ["we can’t sail"]],
  ["single straight", "He said 'we can't sail,' and left.", ["we can't sail,"]],
  ["single, with a plural possessive inside", "‘The crews’ pay is late,’ he said.", ["The crews’ pay is late,"]],
  ["one inside another", "“He told us ‘sail now’ twice,” she said.", ["He told us ‘sail now’ twice,"]],
  ["opening again while open", "“He wrote “sail” to us,” she said.", ["He wrote “sail"]],
  ["opening where a closing one belongs", "He said “we sail.“ Then he left.", ["we sail."]],
  ["closing where an opening one belongs", "He said ”we sail” and left.", ["we sail"]],
  ["inches and feet", "A 6\" pipe and a 5' rod.", []],
  ["opening before a blank", "He said, “ we sail and rest” and left.", ["we sail and rest"]],
  ["glued to the sentence before", 'He left."We sail," she said.', ["We sail,"]],
  ["single inside doubled ones", "''He said, 'we sail,''' she recalled. ``We 'sail' now.''", ["We 'sail' now."]],
  ["doubled accents", "``We sail,'' he said. ``We rest,\" she said.", ["We sail,", "We rest,"]],
  ["doubled accents that nothing closes", "``We sail, he said, ``and left.", []],
  ["single before a decade", "In the 1970s and '80s she sailed 'alone,' she said.", ["alone,"]],
  ["nothing inside", "He typed “…” and “ ” again.", []],
  ["an apostrophe", "The ’90s and rock ’n’ roll and the crews’ pay.", []],
])("marks that are %s", (_, text, expected) => {
  expect(pairs(text)).toEqual(expected);
});

test.each([
  ["''We sail,'' he said. ``We rest.''", "“We sail,” he said. “We rest.”"],
  ["''He said, 'we sail,''' she recalled.", "“He said, 'we sail,'” she recalled."],
  ["A pipe of 6'' and '''bold''' words, the crews' ''pay", "A pipe of 6'' and '''bold''' words, the crews' ''pay"],
  ["''We sail\nand rest,'' she said", "''We sail\nand rest,'' she said"],
])("doubled marks of a feed become real ones: %s", (text, expected) => {
  expect(withRealMarks(text)).toBe(expected);
});

test("a paragraph ends a quotation that was left open, and the next one goes on with it", () => {
  const text = "“We sail.\n“We rest.”\n“We eat.”";
  expect(pairs(text)).toEqual(["We sail.…", "We rest.", "We eat."]);
  expect(pairQuotationMarks(layOut({ id: "marks", text })).map(({ continues }) => continues)).toEqual([
    false,
    true,
    false,
  ]);
});

test("a line that leads to another story has no quotations", () => {
  expect(pairs("Also read: “We sail at noon” says the mayor")).toEqual([]);
});
