import type { Asks } from "../../model/feed.ts";
import { childrenOf, type Element } from "./tree.ts";

type Skips = NonNullable<Asks["skips"]>;

const HOUR_MS = 3_600_000;
const HOURS_OF_A_WEEK = 168;
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

function textsOf(head: Element, list: string, entry: string): string[] {
  return childrenOf(head, list).flatMap((element) => childrenOf(element, entry).map(({ text }) => text));
}

/** What a feed says in `skipHours` and `skipDays` (RSS 2.0; some count the hours from 1 to 24). */
export function skipsOf(head: Element): Skips | undefined {
  const hours = textsOf(head, "skiphours", "hour")
    .filter((text) => /^\d{1,2}$/.test(text))
    .map((text) => Number(text) % 24);
  const days = textsOf(head, "skipdays", "day")
    .map((text) => DAYS.indexOf(text.slice(0, 3).toLowerCase()))
    .filter((day) => day >= 0);
  return hours.length + days.length === 0 ? undefined : { hours, days };
}

/** How long it is from `now` to the next hour that is not skipped; 0 when this one is not, or all are. */
export function skippedMs({ hours, days }: Skips, now: Date): number {
  for (let ahead = 0; ahead < HOURS_OF_A_WEEK; ahead++) {
    const start = Math.floor(now.getTime() / HOUR_MS + ahead) * HOUR_MS;
    const at = new Date(start);
    if (!hours.includes(at.getUTCHours()) && !days.includes(at.getUTCDay())) return Math.max(0, start - now.getTime());
  }
  return 0;
}
