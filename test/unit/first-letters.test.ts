import { expect, test } from "vitest";
import { firstLetters } from "../../src/text/first-letters.ts";

const of = (source: string) => [...firstLetters(source)].sort().join("");

test.each([
  ["tomorrow", "t"],
  ["Mid", "m"],
  ["(?:late|early) March", "el"],
  ["(?:the )?year", "ty"],
  ["(?:(?:a|an) )*(?<count>[2-4]|ten)", "234at"],
  ["(?<day>\\d) May", "0123456789"],
  ["x{0,2}y{2}z", "xy"],
  ["(?!no)(?<=\\s)now|\\bin", "in"],
  ["[^\\S\\n]?q(?:uarter)?", "q"],
  ["(?:$|s?)end", "es"],
])("%s begins with one of %s", (source, letters) => {
  expect(of(source)).toBe(letters);
});

test("whatever a pattern matches begins with one of its letters", () => {
  const source = "(?:(?:on|by)\\s)?(?<day>[1-9]|1\\d)(?:st|th)? (?:of )?(?:may|june)|(?:this )?(?:week|day)s?";
  const pattern = new RegExp(`^(?:${source})$`, "i");
  for (const words of ["On 4th of May", "by 12 June", "1st may", "This week", "days"]) {
    expect(words).toMatch(pattern);
    expect(of(source)).toContain(words.charAt(0).toLowerCase());
  }
});
