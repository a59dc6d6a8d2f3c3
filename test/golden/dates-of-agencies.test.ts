import { describe, expect, test } from "vitest";
import { findDates } from "../../src/text/dates/dates.ts";

type Case = readonly [text: string, ...expected: string[]];

/** The expressions of each sentence as "words=value", on Saturday 2025-05-10. */
function table(cases: readonly Case[], published = "2025-05-10"): void {
  test.each(cases.map(([text, ...expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
    expect(findDates(text, published).map((found) => `${found.text}=${found.value}`)).toEqual(expected);
  });
}

describe("times of the clock as agencies write them", () => {
  table([
    [
      "Sites were hit between 1.05 and 1.30 am on Wednesday.",
      "1.05=2025-05-07T01:05",
      "1.30 am on Wednesday=2025-05-07T01:30",
    ],
    [
      "Missiles flew from around 8:10 a.m. to 9:20 a.m. Thursday.",
      "8:10 a.m.=2025-05-08T08:10",
      "9:20 a.m. Thursday=2025-05-08T09:20",
    ],
    ["Firing stops from 1700 hrs IST on Saturday.", "1700 hrs IST on Saturday=2025-05-10T17:00"],
    ["The two officers will speak on May 12 at 1200 hours.", "May 12=2025-05-12", "1200 hours=2025-05-12T12:00"],
    ["Airports are shut till 0529 hours of May 15.", "0529 hours of May 15=2025-05-15T05:29"],
    ["As of 18:00 on 9 May, two wards were open.", "18:00 on 9 May=2025-05-09T18:00"],
    ["A quake struck at 4:10 p.m. Jan. 1, 2024.", "4:10 p.m. Jan. 1, 2024=2024-01-01T16:10"],
    ["Polls close at 7 p.m. on Monday, May 12.", "7 p.m. on Monday, May 12=2025-05-12T19:00"],
    ["(Updated: 10 May 2025, 14:30 UTC)", "10 May 2025=2025-05-10", "14:30 UTC=2025-05-10T14:30Z"],
    ["The log begins at 2025-05-07T01:05+05:30.", "2025-05-07T01:05+05:30=2025-05-07T01:05"],
    ["The talks resume Tuesday at 9 a.m. in Doha.", "Tuesday=2025-05-13", "9 a.m.=2025-05-13T09:00"],
    ["The ban ends at noon Monday.", "noon Monday=2025-05-12T12:00"],
    ["The deadline is midnight on Sunday.", "midnight on Sunday=2025-05-11T24"],
    ["The film ran for 1200 hours.", "1200 hours=PT1200H"],
    ["The side won 10:30 in overtime."],
  ]);
});

describe("days that share a month or a year", () => {
  table([
    ["Jets struck on the night of May 6/7.", "May 6=2025-05-06", "7=2025-05-07"],
    ["Jets struck on the night of 6-7 May.", "6=2025-05-06", "7 May=2025-05-07"],
    ["Between 28 April and 3 May 2024, 40 trucks came.", "28 April=2024-04-28", "3 May 2024=2024-05-03"],
    ["From 28 December to 3 January 2024 it rained.", "28 December=2023-12-28", "3 January 2024=2024-01-03"],
    ["In March and April 2024 the siege tightened.", "March=2024-03", "April 2024=2024-04"],
    ["In July and August last year it was dry.", "July=2024-07", "August last year=2024-08"],
    ["Rain is heavy in May, June and July.", "May=2025-05", "June=2025-06", "July=2025-07"],
    ["Storms hit in December and January.", "December=2024-12", "January=2025-01"],
    ["Strikes on May 6, 7 and 9 killed 30.", "May 6=2025-05-06", "7=2025-05-07", "9=2025-05-09"],
    ["Schools shut on 6, 7 and 9 May.", "6=2025-05-06", "7=2025-05-07", "9 May=2025-05-09"],
    ["On May 7, 26 people died.", "May 7=2025-05-07"],
    ["On May 7, 26 died and 40 were hurt.", "May 7=2025-05-07"],
    ["The 2014-2022 conflict displaced many.", "2014=2014", "2022=2022"],
    ["The war of 1947-48 ended in a truce.", "1947=1947"],
    ["The 2020/21 harvest failed.", "2020=2020"],
    ["The toll covers 1 to 15 April 2025.", "1=2025-04-01", "15 April 2025=2025-04-15"],
  ]);
});

describe("days told by others", () => {
  table([
    ["The envoy flew home a week ago Tuesday.", "a week ago Tuesday=2025-04-29"],
    ["On Friday last, the village voted.", "Friday last=2025-05-09"],
    ["He will be back on Monday week.", "Monday week=2025-05-19"],
    ["They met on the first Monday of May.", "the first Monday of May=2025-05-05"],
    ["Crowds came on the last Friday of March.", "the last Friday of March=2025-03-28"],
    ["They met in the last week of April.", "the last week of April=2025-04"],
    ["Talks were held the week before last.", "the week before last=2025-W17"],
    ["It fell silent on the night of the 9th.", "the 9th=2025-05-09"],
    ["The lease was signed on 22/4.", "22/4=2025-04-22"],
    ["The bridge shuts at end-June.", "end-June=2025-06"],
    ["Since the start of the year, 120 have died.", "the year=2025"],
    ["Exports fell in H1 and in Q2 2024.", "H1=2025-H1", "Q2 2024=2024-Q2"],
    ["Imports rose in FY2025-26.", "FY2025-26=2025"],
    ["Unions planned a march on Monday.", "Monday=2025-05-12"],
    ["On Friday, when Osman set aside the plans for the fair, they cheered.", "Friday=2025-05-09"],
    ["Post-2014 sanctions and the pre-1967 lines were discussed.", "2014=2014", "1967=1967"],
    ["If the truce is broken on Friday, war may follow.", "Friday=2025-05-16"],
    ["The appeal will lapse if the case is heard in July.", "July=2025-07"],
    ["Until Thursday, the port had not been hit.", "Thursday=2025-05-08"],
  ]);
});

describe("what the rest of the text tells", () => {
  table([
    ["The team met on 30/04/2025 and 02/05/2025.", "30/04/2025=2025-04-30", "02/05/2025=2025-05-02"],
    ["The team met on 02/05/2025.", "02/05/2025=2025-02-05"],
    ["7 May 2025 | 12:40 PM IST", "7 May 2025=2025-05-07", "12:40 PM IST=2025-05-07T12:40"],
    [
      "Shops will open Tuesday from 2:00 to 3:30 pm.",
      "Tuesday=2025-05-13",
      "2:00=2025-05-13T14:00",
      "3:30 pm=2025-05-13T15:30",
    ],
    ["Half a century ago the dam broke.", "Half a century ago=197"],
  ]);
});

describe("events that are called by their day", () => {
  table([
    ["The Oct. 7 attack killed about 1,200 people.", "Oct. 7=2023-10-07"],
    ["On Oct. 7 Israeli attacks killed 80 people.", "Oct. 7=2024-10-07"],
    ["Rules changed after 9/11.", "9/11=2001-09-11"],
    ["The Sept. 11 attacks were recalled.", "Sept. 11=2001-09-11"],
    ["The 26/11 attacks struck the harbour city.", "26/11=2008-11-26"],
    ["On 26/11 he signed the lease.", "26/11=2024-11-26"],
    ["The Feb. 24 invasion had been denied.", "Feb. 24=2022-02-24"],
    ["It was the deepest raid since the 1971 war.", "1971=1971"],
  ]);
  table([["The Oct. 7 attack on the depot killed four.", "Oct. 7=2021-10-07"]], "2021-10-20");
});

describe("lengths and repetitions that are told in other ways", () => {
  table([
    ["A weeklong curfew ended.", "weeklong=P1W"],
    ["A months-long siege ended.", "months-long=PXM"],
    ["A two-week-long strike ended.", "two-week-long=P2W"],
    ["A 10-day-old truce broke.", "10-day=P10D"],
    ["A 10-year-old girl was found."],
    ["Hours after the truce, guns roared.", "Hours=PTXH"],
    ["They meet every second Tuesday.", "every second Tuesday=P2W"],
    ["Police make dozens of arrests a day.", "a day=P1D"],
    ["In the days ahead, aid will come.", "the days ahead=PXD"],
  ]);
});

describe("more words that only look like dates", () => {
  table([
    ["Resolution 1973 allowed it; Flight 1999 crashed."],
    ["A convoy of 2020 trucks came, Pakistan Today said."],
    ["The Six-Day War and the Hundred Years' War were taught."],
    ["The Tel: +86 138-2010-2015 is for the press."],
    ["Every second man carried a rifle."],
    ["Minutes later, a second bomb went off."],
    ["Bloody Sunday is remembered in the town."],
    ["The Good Friday Agreement held."],
    ["The side won 3-2 and 6-7 of the fans left."],
    ["Call 011-2345-6789 or +91 98200 12026."],
    ["F-16 and MiG-21 jets took off."],
    ["Article 370 and Resolution 1701 were cited."],
    ["The ratio is 1:200; about 6/7 of the herd died."],
    ["The 1998-44-2 form is a H1 visa; H1N1 spread."],
  ]);
});

describe("weeks of holidays, days beside a weekday, and what never pauses", () => {
  table([
    ["The truce held through Easter week.", "Easter week=2025-W16"],
    ["Flights were cut over Christmas week.", "Christmas week=2024-W52"],
    ["Tolls rose over Memorial Day weekend.", "Memorial Day weekend=2025-W21-WE"],
    ["The day before last Wednesday's vote the envoy left.", "The day before last Wednesday=2025-05-06"],
    ["Rains came the day after Thursday's quake.", "the day after Thursday=2025-05-09"],
    ["The border post is open 24 hours a day, seven days a week."],
    ["The pumps run 12 hours a day.", "12 hours=PT12H", "a day=P1D"],
    ["After a weekend of shelling the ferry sailed."],
    ["He told “60 Minutes” that it was over."],
    ["The council declared three days of mourning from Monday.", "three days=P3D", "Monday=2025-05-12"],
    ["The town has been without water from Monday.", "Monday=2025-05-05"],
    ["It lasted “60 minutes” at most.", "60 minutes=PT60M"],
  ]);
});
