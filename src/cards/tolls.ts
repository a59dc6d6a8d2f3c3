import type { EventRow, Toll } from "../analyse/events/event-rows.ts";
import { tollInWords } from "./wording.ts";

const MOST_LINES = 3;

function figures({ killed, injured }: EventRow): string[] {
  const keys = (tolls: readonly Toll[], what: string) => tolls.map(({ count }) => `${count} ${what}`);
  return [...keys(killed, "killed"), ...keys(injured, "injured")];
}

function inWords(row: EventRow): string {
  const words = [tollInWords(row.killed, "killed"), tollInWords(row.injured, "injured")];
  return words.filter((word) => word !== undefined).join(", ");
}

function mostKilled({ killed }: EventRow): number {
  return Math.max(0, ...killed.map(({ count }) => count));
}

/**
 * People killed and hurt, a line for each event that brings a figure not told yet, the one that most reports tell
 * first. Where there are several, each has the words that tell whose dead they are.
 */
export function tollLines(tolls: readonly EventRow[]): string[] {
  const told = new Set<string>();
  const rows = [...tolls]
    .sort((a, b) => b.tellings.length - a.tellings.length || mostKilled(b) - mostKilled(a))
    .filter((row) => {
      const isNew = figures(row).some((figure) => !told.has(figure));
      for (const figure of figures(row)) told.add(figure);
      return isNew;
    })
    .slice(0, MOST_LINES);
  return rows.length === 1 ? rows.map(inWords) : rows.map((row) => `${inWords(row)}: “${row.title}”`);
}
