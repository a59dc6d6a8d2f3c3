import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timelineCalendar } from "../../src/timelines/calendar-file.ts";
import { timelineCsv } from "../../src/timelines/csv.ts";
import type { Entry } from "../../src/timelines/entry.ts";
import { timelineMarkdown } from "../../src/timelines/markdown.ts";
import { fileName } from "../../src/timelines/subject.ts";

const NOW = new Date("2025-05-12T08:30:00Z");

function entry(parts: Partial<Entry> = {}): Entry {
  return {
    id: "abc123",
    date: "2025-05-07",
    precision: "day",
    when: "7 May 2025",
    basis: "day stated",
    type: "attack",
    status: "",
    what: "Rockets struck the port",
    tolls: [],
    actors: [],
    sources: [{ outlet: "Harbour Post", url: "https://harbour.example/1" }],
    ...parts,
  };
}

/** Reads CSV as RFC 4180 defines it. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  for (const line of csv
    .replace(/^\uFEFF/, "")
    .split("\r\n")
    .slice(0, -1))
    rows.push([...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/g)].map(([, cell = ""]) => cell.replaceAll('""', '"')));
  return rows;
}

/** Content lines of an iCalendar file, unfolded (RFC 5545, 3.1). */
function readCalendar(ics: string): string[] {
  return ics
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .slice(0, -1);
}

describe("CSV", () => {
  test("commas and quotes stay inside their cell", () => {
    const [head, row] = readCsv(timelineCsv([entry({ what: 'Said "no", twice' })]));
    expect(row?.[head?.indexOf("what") ?? -1]).toBe('Said "no", twice');
  });

  test.each(["=1+1", "+49 30", "-2", "@SUM(A1)", " =cmd|' /C calc'!A0", "＝1", "|x"])("%j is no formula", (what) => {
    const cells = readCsv(timelineCsv([entry({ what, name: what, status: what, actors: [what], tolls: [what] })]))[1];
    expect(cells?.filter((one) => /^\s*[=+\-@|＝]/u.test(one))).toEqual([]);
    expect(cells).toContain(`'${what}`);
  });

  test("a link that is none is left out", () => {
    const csv = timelineCsv([entry({ sources: [{ outlet: "X", url: "javascript:alert(1)" }] })]);
    expect(csv).not.toContain("javascript");
  });

  test("every row has as many cells as the head, whatever the text", () => {
    const text = fc.string({ unit: "grapheme" }).map((words) => words.replace(/\s+/gu, " "));
    fc.assert(
      fc.property(text, text, (what, outlet) => {
        const [head, row] = readCsv(timelineCsv([entry({ what, sources: [{ outlet }] })]));
        expect(row).toHaveLength(head?.length ?? 0);
      }),
    );
  });
});

describe("a calendar file", () => {
  test("a day is a whole day without a zone", () => {
    const lines = readCalendar(timelineCalendar("Timeline", [entry()], NOW));
    expect(lines).toContain("DTSTART;VALUE=DATE:20250507");
    expect(lines).toContain("DTEND;VALUE=DATE:20250508");
    expect(lines).toContain("DTSTAMP:20250512T083000Z");
    expect(lines).toContain("UID:abc123@sitrep");
  });

  test.each([
    ["2025-12", "20251201", "20260101"],
    ["2024", "20240101", "20250101"],
    ["2025-W19", "20250505", "20250512"],
    ["2024-02-29", "20240229", "20240301"],
  ])("%s lasts from %s to before %s", (date, first, next) => {
    const lines = readCalendar(timelineCalendar("Timeline", [entry({ date })], NOW));
    expect(lines).toContain(`DTSTART;VALUE=DATE:${first}`);
    expect(lines).toContain(`DTEND;VALUE=DATE:${next}`);
  });

  test("commas, semicolons, backslashes and line ends are escaped", () => {
    const lines = readCalendar(timelineCalendar("a;b", [entry({ what: "x, y; z \\ w" })], NOW));
    expect(lines).toContain("X-WR-CALNAME:a\\;b");
    expect(lines).toContain("SUMMARY:x\\, y\\; z \\\\ w");
    expect(lines.find((line) => line.startsWith("DESCRIPTION:"))).toBe(
      "DESCRIPTION:day stated\\nHarbour Post https://harbour.example/1",
    );
  });

  test("no line is longer than 75 octets, and folding loses nothing", () => {
    const text = fc
      .string({ unit: "grapheme", minLength: 60, maxLength: 300 })
      .map((words) => words.replace(/\s+/gu, " "));
    fc.assert(
      fc.property(text, (title) => {
        const ics = timelineCalendar(title, [], NOW);
        for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const name = readCalendar(ics).find((line) => line.startsWith("X-WR-CALNAME:"));
        expect(name?.slice(13).replace(/\\([\\;,])/g, "$1")).toBe(title);
      }),
    );
  });

  test("what nobody confirms is tentative; what has no date is left out", () => {
    const doubtful = timelineCalendar("t", [entry({ sign: "?", status: "alleged" })], NOW);
    expect(readCalendar(doubtful)).toContain("STATUS:TENTATIVE");
    expect(readCalendar(doubtful)).toContain("SUMMARY:? Rockets struck the port (alleged)");
    const { date: _, ...undated } = entry();
    expect(timelineCalendar("t", [undated], NOW)).not.toContain("VEVENT");
  });
});

describe("Markdown", () => {
  test("days are headings, lines keep their order, sources are links", () => {
    const told = [entry(), entry({ what: "Talks began", name: "Operation X", sign: "?", status: "alleged" })];
    expect(timelineMarkdown("Timeline: port", told)).toBe(
      [
        "# Timeline: port",
        "",
        "## 7 May 2025",
        "",
        "- attack · Rockets struck the port  ",
        "  day stated · [Harbour Post](<https://harbour.example/1>)",
        "- ? attack · **Operation X**: Talks began  ",
        "  day stated · alleged · [Harbour Post](<https://harbour.example/1>)",
        "",
        "\\~ known only by the day of publication · ? unconfirmed or alleged · × denied",
        "",
      ].join("\n"),
    );
  });

  test.each([
    ["<img src=x onerror=alert(1)>", "\\<img src=x onerror=alert(1)\\>"],
    ["[click](https://evil.example)", "\\[click\\](https\\://evil.example)"],
    ["**bold** _it_ `code` ~x~ #1 |", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~x\\~ \\#1 \\|"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["www.evil.example", "www\\.evil.example"],
    ["@everyone look", "@\u200beveryone look"],
    ["&lt;b&gt;", "\\&lt;b\\&gt;"],
  ])("%j shows as it stands", (what, shown) => {
    const { type: _, ...untyped } = entry({ what });
    expect(timelineMarkdown("t", [untyped])).toContain(`- ${shown}  \n`);
  });
});

test("a file's name is safe in a header and on any disk", () => {
  expect(fileName('Shelling "kills" 14 in Çlow/../x', "csv")).toBe("timeline-shelling-kills-14-in-clow-x.csv");
  expect(fileName("پاکستان", "ics")).toBe("timeline.ics");
});
