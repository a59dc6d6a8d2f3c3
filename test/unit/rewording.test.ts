import { describe, expect, test } from "vitest";
import { unfaithful } from "../../src/analyse/summary/rewording.ts";

const SOURCE = [
  "Borduria has accused Syldavia of shelling the border town of Klow on 3 March, killing 14 people and wounding 31.",
  "Syldavia denied that its troops had opened fire near the Zlin Pass.",
  "Foreign Minister Anna Kray urged General Pavel Orsic to hold talks in Szohod.",
  "The ministry said two ships had left the harbour.",
  "“We will not leave this without an answer,” Kray told reporters.",
];

describe("a reworded sentence is shown", () => {
  test.each([
    "Borduria accused Syldavia of shelling Klow on 3 March, killing 14 people.",
    "Syldavia denied that its troops opened fire near the Zlin Pass.",
    "Anna Kray urged General Orsic to hold talks in Szohod.",
    "“We will not leave this without an answer,” Kray told reporters.",
    "Borduria says 14 people were killed in the shelling of Klow, and accuses Syldavia.",
  ])("%s", (said) => {
    expect(unfaithful([said], SOURCE)).toBeUndefined();
  });

  test("when it is the source itself", () => {
    expect(unfaithful(SOURCE, SOURCE)).toBeUndefined();
  });
});

describe("a reworded sentence is withheld", () => {
  test.each([
    ["another number", "Borduria accused Syldavia of shelling Klow, killing 15 people.", "number"],
    ["a number in words", "Borduria accused Syldavia of shelling Klow, killing sixty people.", "number"],
    ["another name", "Borduria accused Ruritania of shelling Klow, killing 14 people.", "name"],
    ["a place that nobody named", "Anna Kray urged General Orsic to hold talks in Geneva.", "name"],
    ["a changed quotation", "“We will never leave this unpunished,” Kray told reporters.", "quotation"],
    [
      "an accusation told as a fact",
      "Syldavia shelled the border town of Klow on 3 March, killing 14 people.",
      "doubt",
    ],
    ["a claim cut out of its sentence", "Its troops had opened fire near the Zlin Pass.", "doubt"],
    ["a claim cut out of what was said", "Two ships had left the harbour.", "who makes it"],
    ["a denial turned round", "Syldavia said that its troops had opened fire near the Zlin Pass.", "doubt"],
    ["a denial that nobody made", "Kray did not urge General Orsic to hold talks in Szohod.", "doubt"],
    ["who did it to whom", "General Orsic urged Anna Kray to hold talks in Szohod.", "order"],
    ["who accuses whom", "Syldavia has accused Borduria of shelling Klow on 3 March.", "order"],
    [
      "the dead and the wounded",
      "Borduria accused Syldavia of shelling Klow, wounding 14 people and killing 31.",
      "figure",
    ],
    ["somebody else's words", "“We will not leave this without an answer,” Orsic told reporters.", "another name"],
    ["harm that was not told", "Foreign Minister Anna Kray urged General Orsic to attack Szohod.", "attack"],
    ["a text of its own", "The wider consequences stay unclear across every market this spring.", "few words"],
  ])("%s", (_, said, why) => {
    expect(unfaithful([said], SOURCE)).toContain(why);
  });

  test("when one of several sentences is wrong", () => {
    expect(unfaithful([SOURCE[1]!, "Klow has 900 inhabitants."], SOURCE)).toContain("900");
  });
});
