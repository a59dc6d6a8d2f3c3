import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { createResvgPainter } from "../../src/picture/resvg/resvg-painter.ts";
import { readShippedFonts } from "../../src/picture/resvg/shipped-fonts.ts";
import type { Entry } from "../../src/timelines/entry.ts";
import { altText, type Drawing, drawTimeline, type Label, sceneOf } from "../../src/timelines/picture.ts";

const painter = createResvgPainter();
const FONT_FILES = Object.values(readShippedFonts()).map(({ path }) => path);

function entry(what: string, parts: Partial<Entry> = {}): Entry {
  const sources = [{ outlet: "Harbour Post" }];
  const fixed = { id: "a", date: "2025-05-07", precision: "day", when: "7 May 2025", basis: "day stated" } as const;
  return { ...fixed, status: "", what, tolls: [], actors: [], sources, ...parts };
}

const ENGLISH = entry("Rockets struck the port of Šibenik & left <b>26</b> people dead", { tolls: ["26 killed"] });
const URDU = entry("حکام نے بدھ کو 5 مقامات پر حملوں کی تصدیق کی، 26 افراد ہلاک ہوئے۔", {
  sources: [{ outlet: "روزنامہ ساحل" }],
});
const HINDI = entry("सेना ने बुधवार को 9 ठिकानों पर हमला किया (NATO), रक्षा मंत्रालय ने कहा।", {
  sign: "×",
  sources: [{ outlet: "तटीय समाचार" }],
});
const DOUBTFUL = entry("Envoys met", { sign: "?", when: "8 May 2025", date: "2025-05-08", status: "alleged" });
const SCENE = sceneOf("Timeline: port", [ENGLISH, URDU, HINDI, DOUBTFUL]);

type Pixels = { readonly width: number; readonly data: Uint8Array };

function rendered({ svg }: Drawing, fontFiles: string[]): Pixels {
  const image = new Resvg(svg, { font: { fontFiles, loadSystemFonts: false }, background: "#ffffff" }).render();
  return { width: image.width, data: image.pixels };
}

/** Dark pixels in a label's box, and the outermost columns that have one. */
function inkOf({ width, data }: Pixels, { x, y, width: wide, height }: Label) {
  const columns = new Set<number>();
  let count = 0;
  for (let row = Math.floor(y); row < y + height; row++)
    for (let column = Math.floor(x) - 2; column < x + wide + 2; column++) {
      const at = 4 * (row * width + column);
      if ((data[at] ?? 255) > 160) continue;
      count++;
      columns.add(column);
    }
  return { count, left: Math.min(...columns), right: Math.max(...columns) };
}

describe("the picture of a timeline", () => {
  const drawing = drawTimeline(SCENE, painter);
  const withFonts = rendered(drawing, FONT_FILES);

  test("holds every label, in ink", () => {
    expect(drawing.labels.length).toBeGreaterThan(12);
    for (const label of drawing.labels) expect(inkOf(withFonts, label).count, label.text).toBeGreaterThan(40);
  });

  test("loses its labels without the fonts, so the ink is theirs", () => {
    const without = rendered(drawing, []);
    for (const label of drawing.labels) expect(inkOf(without, label).count, label.text).toBe(0);
  });

  test("says every word of an entry, wrapped", () => {
    const words = drawing.labels.map(({ text }) => text).join(" ");
    for (const { what, sources } of SCENE.entries) {
      expect(words).toContain(what);
      expect(words).toContain(sources[0]?.outlet);
    }
    for (const { x, width } of drawing.labels) expect(x + width).toBeLessThanOrEqual(drawing.width - 39);
  });

  test("draws a line as wide as it was measured: no sign lies on another", () => {
    const [latin] = drawing.labels.filter(({ text }) => text.startsWith("Rockets"));
    const [hindi] = drawing.labels.filter(({ text }) => text.startsWith("सेना"));
    for (const label of [latin, hindi]) {
      if (label === undefined) throw new Error("no label");
      const { left, right } = inkOf(withFonts, label);
      expect((right - left) / label.width).toBeGreaterThan(0.97);
      expect((right - left) / label.width).toBeLessThan(1.01);
    }
  });

  test("has right-to-left text at the right edge, its full stop at the left", () => {
    const [line] = drawing.labels.filter(({ text }) => text.startsWith("حکام"));
    if (line === undefined) throw new Error("no label");
    expect(Math.abs(inkOf(withFonts, line).right - (drawing.width - 40))).toBeLessThan(6);
  });

  test("is made of shapes that the fonts have", () => {
    expect(painter.missing(drawing.labels.map(({ text }) => text).join(""))).toEqual([]);
    expect(painter.missing("漢a")).toEqual(["漢"]);
  });

  test("is legible on a phone 390 pixels wide", () => {
    const sizes = [...drawing.svg.matchAll(/font-size="(\d+)"/g)].map(
      ([, size]) => (Number(size) * 390) / drawing.width,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
  });

  test("is a PNG as large as it says", async () => {
    const png = Buffer.from(await painter.paint(drawing.svg));
    expect(png.toString("latin1", 1, 4)).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([drawing.width, drawing.height]);
  });
});

test("hostile text is text in the picture", () => {
  const hostile = `</text><script>alert(1)</script><image href="file:///etc/passwd"/> & "quotes" 'too'`;
  const { svg } = drawTimeline(sceneOf(hostile, [entry(hostile, { name: hostile })]), painter);
  expect(svg).not.toMatch(/<script|<image/);
  expect(svg).toContain("&lt;/text&gt;&lt;script&gt;");
});

test("a word wider than the picture is broken", () => {
  const { labels } = drawTimeline(sceneOf("t", [entry("W".repeat(60))]), painter);
  expect(labels.filter(({ text }) => /^W+$/.test(text)).length).toBeGreaterThan(1);
});

test("of many events those that most outlets tell are drawn, in order of date", () => {
  const entries = Array.from({ length: 12 }, (_, at) =>
    entry(`Event ${at}`, { sources: Array.from({ length: at === 3 ? 1 : 2 }, (_, n) => ({ outlet: `Outlet ${n}` })) }),
  );
  const { note, entries: shown } = sceneOf("t", entries);
  expect(note).toBe("The 8 of 12 events that most outlets tell");
  expect(shown.map(({ what }) => what)).toEqual([0, 1, 2, 4, 5, 6, 7, 8].map((at) => `Event ${at}`));
});

test("a denial of something that is not drawn stands at its own day", () => {
  const denial = entry("Denied", { date: "2025-05-08", precision: "by", when: "~ by 8 May 2025" });
  const later = entry("Later", { date: "2025-05-10", when: "10 May 2025" });
  expect(sceneOf("t", [later, denial]).entries.map(({ what }) => what)).toEqual(["Denied", "Later"]);
});

test("the words of a picture keep the platforms' limit", () => {
  const alt = altText(sceneOf("Timeline", [entry("Envoys met", { status: "alleged" }), entry("x".repeat(2_000))]));
  expect(alt).toMatch(/^Timeline\. 7 May 2025: Envoys met \(alleged\)\. /);
  expect(alt.length).toBeLessThanOrEqual(1_000);
});
