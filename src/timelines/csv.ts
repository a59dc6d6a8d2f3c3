import { safeLink } from "../chat/link.ts";
import type { Entry } from "./entry.ts";

const COLUMNS: readonly (readonly [string, (entry: Entry) => string])[] = [
  ["date", ({ date }) => date ?? ""],
  ["precision", ({ precision }) => precision],
  ["how the day is known", ({ basis }) => basis],
  ["kind", ({ type }) => type ?? "other"],
  ["status", ({ status }) => status || "stated"],
  ["name", ({ name }) => name ?? ""],
  ["what", ({ what }) => what],
  ["figures", ({ tolls }) => tolls.join("; ")],
  ["changed", ({ changed }) => changed ?? ""],
  ["actors", ({ actors }) => actors.join("; ")],
  ["outlets", ({ sources }) => sources.map(({ outlet }) => outlet).join("; ")],
  ["links", ({ sources }) => sources.flatMap(({ url }) => (url && safeLink(url)) || []).join(" ")],
];

/**
 * A spreadsheet takes a cell that begins so for a formula (https://owasp.org/www-community/attacks/CSV_Injection); the
 * full-width forms are read the same way in some. An apostrophe makes it text.
 */
const FORMULA = /^\s*[=+\-@\t\r|＝＋－＠]/u;

/** Every cell in quotes, quotes inside doubled (RFC 4180). */
function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** A timeline as CSV (RFC 4180, UTF-8 with the mark by which spreadsheets know it), one line for each event. */
export function timelineCsv(entries: readonly Entry[]): string {
  const lines = entries.map((entry) => COLUMNS.map(([, read]) => read(entry)));
  const head = COLUMNS.map(([name]) => name);
  return `\uFEFF${[head, ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("")}`;
}
