import { describe, expect, test } from "vitest";
import { findDates } from "../../src/text/dates/dates.ts";

/** The expressions of a sentence as "words=value", on Wednesday 2024-03-20 unless said otherwise. */
function read(text: string, published = "2024-03-20"): string[] {
  return findDates(text, published).map((found) => `${found.text}=${found.value}`);
}

type Case = readonly [text: string, ...expected: string[]];

function table(cases: readonly Case[], published?: string): void {
  test.each(cases.map(([text, ...expected]) => ({ text, expected })))("$text", ({ text, expected }) => {
    expect(read(text, published)).toEqual(expected);
  });
}

describe("calendar days", () => {
  table([
    ["The truce was signed on 2023-11-24.", "2023-11-24=2023-11-24"],
    ["The dam burst on Monday, February 5, 2024.", "Monday, February 5, 2024=2024-02-05"],
    ["The dam burst on the 5th of February.", "the 5th of February=2024-02-05"],
    ["The port reopened on 12 March after the storm.", "12 March=2024-03-12"],
    ["Envoys met on Feb. 29.", "Feb. 29=2024-02-29"],
    ["The law dates from 3/14/1998.", "3/14/1998=1998-03-14"],
    ["The law dates from 31.12.1998.", "31.12.1998=1998-12-31"],
    ["Polls open May twenty-second, 2024.", "May twenty-second, 2024=2024-05-22"],
    ["The office shut on Christmas Eve.", "Christmas Eve=2023-12-24"],
    ["The form was stamped 04-Mar-2024.", "04-Mar-2024=2024-03-04"],
    ["The convoy left on the 18th.", "the 18th=2024-03-18"],
    ["The convoy left on Tuesday the 12th.", "Tuesday the 12th=2024-03-12"],
    ["The convoy will leave in three days.", "in three days=2024-03-23"],
    ["The convoy crossed in three days.", "three days=P3D"],
  ]);

  test("an impossible day is no day", () => {
    expect(read("Form 2024-13-45 was sent.").filter((found) => found.includes("2024-13"))).toEqual([]);
    expect(read("They met on February 31.").filter((found) => found.includes("02-31"))).toEqual([]);
  });
});

describe("the year of a day without a year", () => {
  test("a day just after publication stays in the same year", () => {
    expect(read("Shelling resumed on March 21.", "2024-03-20")).toEqual(["March 21=2024-03-21"]);
  });

  test("a day far ahead is of the year before", () => {
    expect(read("Shelling resumed on November 7.", "2024-01-05")).toEqual(["November 7=2023-11-07"]);
  });

  test("a day far ahead in the future tense is of this year", () => {
    expect(read("The court will meet on November 7.", "2024-01-05")).toEqual(["November 7=2024-11-07"]);
  });

  test("a day far back in the future tense is of the next year", () => {
    expect(read("The court will meet on January 9.", "2024-12-20")).toEqual(["January 9=2025-01-09"]);
  });

  test("without a day of publication the year stays open", () => {
    expect(findDates("The court met on January 9.")[0]?.value).toBe("XXXX-01-09");
  });
});

describe("weekdays follow the tense", () => {
  table([
    ["The minister resigned on Friday.", "Friday=2024-03-15"],
    ["The minister will resign on Friday.", "Friday=2024-03-22"],
    ["The vote is scheduled for Friday.", "Friday=2024-03-22"],
    ["Troops entered the city Wednesday.", "Wednesday=2024-03-20"],
    ["On Monday, the cabinet will debate the bill.", "Monday=2024-03-25"],
    ["On Monday, the cabinet debated the bill.", "Monday=2024-03-18"],
    ["He was killed last Tuesday.", "last Tuesday=2024-03-19"],
    ["Talks resume next Tuesday.", "next Tuesday=2024-03-26"],
    ["It began on Tuesday of last week.", "Tuesday of last week=2024-03-12"],
    ["Sirens sounded early Sunday morning.", "early Sunday morning=2024-03-17TMO"],
  ]);
});

describe("what lies ahead without a word of the future", () => {
  table([
    ["The port is to reopen on Friday.", "Friday=2024-03-22"],
    ["A vigil is called for Saturday.", "Saturday=2024-03-23"],
    ["The airport expects its first flight on Friday.", "Friday=2024-03-22"],
    ["The two envoys meet Monday.", "Monday=2024-03-25"],
    ["The hearing was postponed until Tuesday.", "Tuesday=2024-03-26"],
    ["The road was closed until Tuesday.", "Tuesday=2024-03-19"],
    ["Aid may come as soon as Friday.", "Friday=2024-03-22"],
    ["The grant is payable June 2.", "June 2=2024-06-02"],
    ["The truce had been due to end Friday evening.", "Friday evening=2024-03-15TEV"],
    ["Guides lost half of their bookings in April.", "April=2024-04"],
    ["The bridge must be rebuilt by August.", "August=2024-08"],
    ["Rents have doubled since April.", "April=2023-04"],
    ["The loan runs through January.", "January=2024-01"],
    ["The council will decide in two weeks.", "in two weeks=2024-W14"],
  ]);
});

describe("votes, talks and deadlines are spoken of before they come", () => {
  table(
    [
      ["The opposition demanded early elections in May.", "May=2025-05"],
      ["The premier called snap elections in June.", "June=2025-06"],
      ["The coalition agreed to hold a referendum in September.", "September=2025-09"],
      ["Parliament set the vote for 8 June.", "8 June=2025-06-08"],
      ["Elections due in November may be delayed.", "November=2025-11"],
      ["The cabinet faces a June 30 deadline.", "June 30=2025-06-30"],
      ["He is standing in the April election.", "April=2025-04"],
      ["Tension rose ahead of talks on Sunday.", "Sunday=2025-02-16"],
      ["Voters go to the polls on Sunday.", "Sunday=2025-02-16"],
      ["The trial opens on Nov. 3.", "Nov. 3=2025-11-03"],
      ["The vote would still be held on July 4.", "July 4=2025-07-04"],
      ["His party won elections in May.", "May=2024-05"],
      ["Violence rose after elections in October.", "October=2024-10"],
      ["Rebels missed the December 31 deadline.", "December 31=2024-12-31"],
      ["The hearing was due on Friday.", "Friday=2025-02-07"],
      ["The crew could not be reached on Friday.", "Friday=2025-02-07"],
    ],
    "2025-02-10",
  );
});

describe("two days that share a month, and two zones that share a moment", () => {
  table(
    [
      ["Fighting went on from 3 to 7 May.", "3=2025-05-03", "7 May=2025-05-07"],
      ["The curfew of May 7-10 was lifted.", "May 7=2025-05-07", "10=2025-05-10"],
      ["Strikes on May 6 and 7 killed 30.", "May 6=2025-05-06", "7=2025-05-07"],
      ["They met on 2 and 3 June 2021.", "2=2021-06-02", "3 June 2021=2021-06-03"],
      ["On May 6 and 7 other days it rained.", "May 6=2025-05-06"],
      ["The blast came at 01:05 IST on 7 May.", "01:05 IST on 7 May=2025-05-07T01:05"],
      ["Polls close at 22:00 BST on Thursday.", "22:00 BST on Thursday=2025-05-08T22:00"],
      [
        "Jets took off at 1:05 am IST (1935 GMT) on Wednesday.",
        "1:05 am IST=2025-05-07T01:05",
        "1935 GMT=2025-05-06T19:35Z",
        "Wednesday=2025-05-07",
      ],
    ],
    "2025-05-12",
  );
});

describe("words that only look like dates", () => {
  table([
    ["The annual fair and the quarterly report were cancelled."],
    ["The force has grown to 2000 soldiers."],
    ["The March for Peace drew thousands."],
    ["The march on the palace, May said, was small."],
    ["They sat in silence."],
    ["Protesters march through the capital."],
    ["Rebels may attack again."],
    ["The council grew from 16 to 19 members."],
    ["The attack killed 26 tourists."],
    ["The reserve holds 2000 tonnes of grain."],
    ["He paid $1999 for the boat."],
    ["Turnout rose by 1,984 votes."],
    ["Theresa May spoke in the chamber."],
    ["The Sunday Times broke the story."],
    ["He lives on the 12th floor."],
    ["A 44-year-old nurse was rescued."],
    ["The driver, 37 years old, fled."],
    ["It was the person of the year."],
    ["Rooms on the first and second floors burned."],
    ["Article 370-1950-2 was struck out."],
  ]);
});

describe("months and years", () => {
  table([
    ["The war began in May.", "May=2023-05"],
    ["Floods struck in early March.", "early March=2024-03"],
    ["Prices doubled since August 2021.", "August 2021=2021-08"],
    ["The pact was signed in June last year.", "June last year=2023-06"],
    ["The regime fell in 1991.", "1991=1991"],
    ["The 2019 elections were annulled.", "2019=2019"],
    ["Unrest marked the late 1970s.", "the late 1970s=197"],
    ["The border dates from the 19th century.", "the 19th century=18"],
    ["Exports fell in the third quarter of 2023.", "the third quarter of 2023=2023-Q3"],
    ["Exports fell in the fourth quarter.", "the fourth quarter=2023-Q4"],
    ["The drought of summer 2022 hurt farms.", "summer 2022=2022-SU"],
    ["It began in the winter of nineteen ninety-six.", "the winter of nineteen ninety-six=1996-WI"],
    ["Many feared the year two thousand.", "the year two thousand=2000"],
    ["He was shot last Oct. 23.", "last Oct. 23=2023-10-23"],
    ["The court sits in the week of April 8.", "the week of April 8=2024-W15"],
    ["He fled in June 2019 and came back later that year.", "June 2019=2019-06", "later that year=2019"],
    ["He fled on June 3, 2019 and came back later that year.", "June 3, 2019=2019-06-03", "later that year=2019"],
    ["War broke out in October 2020; that month the bridge fell.", "October 2020=2020-10", "that month=2020-10"],
    ["The town fell in the summer.", "the summer=2023-SU"],
    ["The town will be rebuilt by the summer.", "the summer=2024-SU"],
    ["The fall of the capital shocked many."],
    ["The March offensive failed.", "March=2024-03"],
    ["The ministry promised it by year-end.", "year-end=2024"],
  ]);
});

describe("reckoned from publication", () => {
  table([
    ["The bridge collapsed yesterday.", "yesterday=2024-03-19"],
    ["The bridge collapsed the day before yesterday.", "the day before yesterday=2024-03-18"],
    ["Sirens sounded last night.", "last night=2024-03-19TNI"],
    ["The summit opens tomorrow.", "tomorrow=2024-03-21"],
    ["The siege began last week.", "last week=2024-W11"],
    ["The siege began two weeks ago.", "two weeks ago=2024-W10"],
    ["The siege began 10 days ago.", "10 days ago=2024-03-10"],
    ["The siege began three years ago.", "three years ago=2021"],
    ["The siege began several months ago.", "several months ago=PAST_REF"],
    ["The road is now closed.", "now=PRESENT_REF"],
  ]);

  test("the local day as written counts, not the instant", () => {
    expect(read("The camp was hit today.", "2024-03-20T01:05:00+05:30")).toEqual(["today=2024-03-20"]);
    expect(read("The camp was hit today.", "2024-03-20T23:30:00Z")).toEqual(["today=2024-03-20"]);
  });

  test("the following day hangs on the day named before it", () => {
    expect(read("He was shot on March 3. He died the following day.")).toEqual([
      "March 3=2024-03-03",
      "the following day=2024-03-04",
    ]);
  });
});

describe("holidays", () => {
  table([
    ["A boat sank on Thanksgiving Day.", "Thanksgiving Day=2023-11-23"],
    ["A boat sank last Easter.", "last Easter=2023-04-09"],
    ["The market will reopen on Good Friday.", "Good Friday=2024-03-29"],
    ["A boat sank on Easter Monday 2018.", "Easter Monday 2018=2018-04-02"],
    ["Easter eggs were sold out."],
    ["Guns fell silent on Orthodox Easter 2025.", "Orthodox Easter 2025=2025-04-20"],
    ["Guns fell silent on Orthodox Easter.", "Orthodox Easter=2023-04-16"],
    ["Shops close on May Day.", "May Day=2024-05-01"],
  ]);
});

describe("periods of business reports", () => {
  table([
    [
      "Third-quarter profit fell to $3 million from $9 million a year earlier.",
      "Third-quarter=2023-Q3",
      "a year earlier=2022-Q3",
    ],
    ["It announced a drop in profit for the fourth quarter.", "the fourth quarter=2023-Q4"],
    ["The mine closed a year earlier.", "a year earlier=2023"],
    ["Profit in the latest quarter was $4 million.", "the latest quarter=2023-Q4"],
    ["In the year-earlier period it lost $2 million.", "the year-earlier period=2022-Q4"],
    ["For the year ended Sept. 30 it lost $2 million.", "the year=P1Y", "Sept. 30=2023-09-30"],
  ]);
});

describe("lengths, repetitions and times of the clock", () => {
  table([
    ["The curfew lasted three days.", "three days=P3D"],
    ["A two-year ban followed.", "two-year=P2Y"],
    ["It took a year and a half.", "a year and a half=P1Y6M"],
    ["Aid arrived over the past six months.", "the past six months=P6M"],
    ["Patrols pass daily.", "daily=P1D"],
    ["They gather every Monday.", "every Monday=XXXX-WXX-1"],
    ["The blast came at 5:30 p.m. on Monday.", "5:30 p.m. on Monday=2024-03-18T17:30"],
    ["The quake struck at 0230 GMT.", "0230 GMT=2024-03-20T02:30Z"],
    [
      "It struck at 9:15 a.m. (0615 GMT) Monday.",
      "9:15 a.m.=2024-03-18T09:15",
      "0615 GMT=2024-03-18T06:15Z",
      "Monday=2024-03-18",
    ],
    [
      "Guns fell silent at about three o'clock on Tuesday morning.",
      "three o'clock on Tuesday morning=2024-03-19T03:00",
    ],
    ["The clinic waited for decades.", "decades=PXE"],
    ["They met a fortnight ago.", "a fortnight ago=2024-W10"],
  ]);
});
