import fc from "fast-check";
import { expect, test } from "vitest";
import { wireCredit } from "../../src/text/wire-credit.ts";

test.each([
  ["KLOW, March 1 (Reuters) - Shells fell on the town.", "Reuters"],
  ["NEW DELHI (AP) — Schools will stay closed.", "AP"],
  ["AP — Schools will stay closed.", "AP"],
  ["New Delhi [India], May 7 (ANI): Schools will stay closed.", "ANI"],
  ["Schools will stay closed. (AFP)", "AFP"],
  ["Schools will stay closed.\n— PTI", "PTI"],
  ["Schools will stay closed. PTI", "PTI"],
  ["Schools will stay closed.\nSource: Agence France-Presse", "AFP"],
  ["Schools will stay closed.\n(With inputs from ANI)", "ANI"],
  ["KLOW, March 1 (Northgate Press) - Schools will stay closed.", "Northgate Press"],
  ["(Borduria News Agency) – Schools will stay closed.", "Borduria News Agency"],
  ["ISLAMABAD, May 7 (APP): The cabinet met.", "APP"],
  [`By The Associated Press\n${"The cabinet met. ".repeat(20)}`, "AP"],
  [`By Anna Kray, Associated Press\n${"The cabinet met. ".repeat(20)}`, "AP"],
  [`Reuters\n${"The cabinet met. ".repeat(20)}`, "Reuters"],
  ["The cabinet met.\nReporting by Reuters", "Reuters"],
])("the credit of %j is read", (text, agency) => {
  expect(wireCredit(text)).toBe(agency);
});

test.each([
  "Officials told Reuters that schools will stay closed.",
  "The AP mountain road is closed.",
  "He worked for Agence France-Presse until 2019 and wrote two novels afterwards.",
  "PTI leaders were arrested in Lahore, the party said.",
  "Warnings are sent to phones via the app.",
  "He said so to the Free Press (a paper) - and left.",
  "The app (APP) was launched on Tuesday for farmers.",
  "",
])("%j carries no credit", (text) => {
  expect(wireCredit(text)).toBeUndefined();
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void wireCredit(text)));
});

test("only the beginning and the end of a text are looked at", () => {
  const line = "The road was closed. ";
  expect(wireCredit(`${line.repeat(4)}\n(AFP)\n${line.repeat(2)}`)).toBe("AFP");
  expect(wireCredit(`${line.repeat(20)}\n(AFP)\n${line.repeat(20)}`)).toBeUndefined();
});
