import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { dayOf, isoDay, isoWeek, parseDay, parseWeek, weekdayOf } from "../../src/text/dates/calendar.ts";
import { findDates } from "../../src/text/dates/dates.ts";
import { parseUserDate } from "../../src/text/dates/user-date.ts";
import { numberOf, ordinalOf } from "../../src/text/number-words.ts";

const TODAY = "2025-05-10";

describe("days that people type", () => {
  test.each([
    ["2025-05-07", "2025-05-07"],
    ["7 May", "2025-05-07"],
    ["may 7", "2025-05-07"],
    ["7 May 2024", "2024-05-07"],
    ["7/5", "2025-05-07"],
    ["5/17", "2025-05-17"],
    ["07.05.2025", "2025-05-07"],
    ["7/5/24", "2024-05-07"],
    ["yesterday", "2025-05-09"],
    ["today", "2025-05-10"],
    ["last Friday", "2025-05-09"],
    ["friday", "2025-05-09"],
    ["next monday", "2025-05-12"],
    ["since 1 April", "2025-04-01"],
    ["3 days ago", "2025-05-07"],
    ["two weeks ago", "2025-04-26"],
    ["25 December", "2024-12-25"],
  ])("%s is %s", (typed, day) => {
    expect(parseUserDate(typed, TODAY)).toBe(day);
  });

  test.each(["", "soon", "last month", "2025", "May", "32 May", "99/99", "7 May or 8 May", "the attack of 7 May"])(
    '"%s" is not one day',
    (typed) => {
      expect(parseUserDate(typed, TODAY)).toBeUndefined();
    },
  );
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."May March 7 26 Monday last next week ago two years the of , . \n 2025 1999 5 p.m. GMT quarter first every daily é – $ % and a half now 7/5/2025 2025-05-07 Christmas Eve".split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(pieces, { maxLength: 40 }).map((words) => words.join(" ")),
  );

  test("expressions are in order, apart, and stand where they say", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let from = 0;
        for (const found of findDates(text, TODAY)) {
          expect(found.start).toBeGreaterThanOrEqual(from);
          expect(text.slice(found.start, found.end)).toBe(found.text);
          expect(found.value).toMatch(/^(?:\d{2,4}|XXXX|P[\dTX.]|PAST_REF|PRESENT_REF|FUTURE_REF)/);
          from = found.end;
        }
      }),
    );
  });

  test("a typed text gives a day of the calendar or nothing", () => {
    fc.assert(
      fc.property(texts, (typed) => {
        const day = parseUserDate(typed, TODAY);
        expect(day === undefined || isoDay(parseDay(day) ?? Number.NaN) === day).toBe(true);
      }),
    );
  });

  test("ten times the text takes ten times the steps", () => {
    const hard = "the first two to three of the end of May March 7 in the a week and a half, ".repeat(10);
    const exec = vi.spyOn(RegExp.prototype, "exec");
    const steps = (text: string) => {
      exec.mockClear();
      findDates(text, TODAY);
      return exec.mock.calls.length;
    };
    const once = steps(hard);
    const tenfold = steps(hard.repeat(10));
    exec.mockRestore();
    expect(tenfold).toBeLessThan(once * 11);
    expect(tenfold).toBeGreaterThan(once * 9);
  });
});

describe("the calendar", () => {
  test("every day goes to its week and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
        const monday = parseWeek(isoWeek(day)) ?? Number.NaN;
        expect(day - monday).toBe(weekdayOf(day) - 1);
        expect(parseDay(isoDay(day))).toBe(day);
      }),
    );
  });

  test("weeks belong to the year of their Thursday", () => {
    expect(isoWeek(dayOf(2021, 1, 3) ?? 0)).toBe("2020-W53");
    expect(isoWeek(dayOf(2024, 12, 30) ?? 0)).toBe("2025-W01");
  });

  test("a day that the calendar lacks is undefined", () => {
    expect(dayOf(2023, 2, 29)).toBeUndefined();
    expect(parseDay("2023-02-29")).toBeUndefined();
  });
});

describe("numbers in words", () => {
  test.each([
    ["twenty-six", 26],
    ["two hundred", 200],
    ["a hundred and twelve", 112],
    ["1,200", 1200],
    ["a dozen", 12],
    ["a couple of", 2],
    ["three thousand", 3000],
  ])("%s", (written, value) => {
    expect(numberOf(written)).toBe(value);
  });

  test("other words are no number", () => {
    expect(numberOf("tourists")).toBeUndefined();
    expect(ordinalOf("tourists")).toBeUndefined();
  });

  test("ordinals", () => {
    expect([ordinalOf("22nd"), ordinalOf("twenty-second"), ordinalOf("third")]).toEqual([22, 22, 3]);
  });
});
