import { expect, test } from "vitest";
import { parseTime } from "../../src/feeds/document/times.ts";

test.each([
  ["Sat, 10 May 2025 10:00:00 GMT", "2025-05-10T10:00:00.000Z"],
  ["Sat, 10 May 2025 10:00 PKT", "2025-05-10T05:00:00.000Z"],
  ["10 May 25 10:00:00 +0545", "2025-05-10T04:15:00.000Z"],
  ["Saturday, 10-May-25 10:00:00 EST", "2025-05-10T15:00:00.000Z"],
  ["Sat May 10 10:00:00 2025", "2025-05-10T10:00:00.000Z"],
  ["2025-05-10T10:00:00.999+05:30", "2025-05-10T04:30:00.999Z"],
  ["2025-05-10 10:00:00 UTC", "2025-05-10T10:00:00.000Z"],
  ["2025-05-10T10:00", "2025-05-10T10:00:00.000Z"],
  ["20250510T100000Z", "2025-05-10T10:00:00.000Z"],
  ["2025-05-10", "2025-05-10T00:00:00.000Z"],
  ["2025-05", "2025-05-01T00:00:00.000Z"],
  ["2025-130", "2025-05-10T00:00:00.000Z"],
  ["May 10th, 2025 at 3:05 pm IST", "2025-05-10T09:35:00.000Z"],
  ["Thursday, July 10, 2025 - 11:31pm", "2025-07-10T23:31:00.000Z"],
  ["12:15 a.m., 10 May 2025", "2025-05-10T00:15:00.000Z"],
  ["10/05/2025 10:00", "2025-05-10T10:00:00.000Z"],
  ["05/13/2025", "2025-05-13T00:00:00.000Z"],
  ["2025/05/10 10:00:00 JST", "2025-05-10T01:00:00.000Z"],
  ["sam., 10 mai 2025 10:00:00 +0200", "2025-05-10T08:00:00.000Z"],
  ["10 мая 2025, 10:00", "2025-05-10T10:00:00.000Z"],
  ["10 Mayıs 2025 Cumartesi 10:00", "2025-05-10T10:00:00.000Z"],
  ["سبت، 10 مئی 2025", "2025-05-10T00:00:00.000Z"],
  ["١٠ مايو ٢٠٢٥ 10:00", "2025-05-10T10:00:00.000Z"],
  ["१० मई २०२५ 10:30 IST", "2025-05-10T05:00:00.000Z"],
  ["2025年5月10日 14:00", "2025-05-10T14:00:00.000Z"],
  ["1746871200", "2025-05-10T10:00:00.000Z"],
  ["1 Jan 69", "2069-01-01T00:00:00.000Z"],
  ["1 Jan 70", "1970-01-01T00:00:00.000Z"],
])("%s is %s", (text, instant) => {
  expect(parseTime(text)?.toISOString()).toBe(instant);
});

test.each([["yesterday"], ["2025-13-40"], ["30 February 2025"], ["10:00"], [""], ["May"], ["10 May 2025 27:00"]])(
  "%j names no instant",
  (text) => {
    expect(parseTime(text)).toBeUndefined();
  },
);

test("a time without a zone is of the feed's zone, else of UTC, wherever the machine stands", () => {
  const before = process.env["TZ"];
  process.env["TZ"] = "Asia/Karachi";
  try {
    expect(new Date("10 May 2025 14:00").toISOString()).toBe("2025-05-10T09:00:00.000Z");
    expect(parseTime("10 May 2025 14:00")?.toISOString()).toBe("2025-05-10T14:00:00.000Z");
    expect(parseTime("10 May 2025 14:00", "Asia/Kolkata")?.toISOString()).toBe("2025-05-10T08:30:00.000Z");
    expect(parseTime("10 May 2025 14:00", "No/Where")?.toISOString()).toBe("2025-05-10T14:00:00.000Z");
  } finally {
    if (before === undefined) delete process.env["TZ"];
    else process.env["TZ"] = before;
  }
});

test("the hour after the clocks change is read with the new offset", () => {
  expect(parseTime("2025-03-30 03:30", "Europe/Berlin")?.toISOString()).toBe("2025-03-30T01:30:00.000Z");
  expect(parseTime("2025-03-30 01:30", "Europe/Berlin")?.toISOString()).toBe("2025-03-30T00:30:00.000Z");
});

test("BST is British, and Bangladesh's in a feed from there", () => {
  expect(parseTime("10 May 2025 14:00 BST")?.toISOString()).toBe("2025-05-10T13:00:00.000Z");
  expect(parseTime("10 May 2025 14:00 BST", "Asia/Dhaka")?.toISOString()).toBe("2025-05-10T08:00:00.000Z");
});
