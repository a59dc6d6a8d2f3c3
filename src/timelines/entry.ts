import type { EventRow } from "../analyse/events/event-rows.ts";
import { count, statusInWords, tollInWords, whenInWords } from "../cards/wording.ts";
import { cleanText } from "../chat/untrusted.ts";
import { shortId } from "../lib/short-id.ts";
import type { EventType } from "../model/findings.ts";

/** Who tells of an event, and where. */
export type Source = { readonly outlet: string; readonly url?: string };

/** "~" inferred from the day of publication, "?" unconfirmed or only alleged, "×" denied; none: dated by the text. */
export type Sign = "~" | "?" | "×";

/** One line of a timeline in the words that every form of it shows. Texts are one line each, and harmless to read. */
export type Entry = {
  /** Stays the same while reports come in, so that a calendar updates its entry. */
  readonly id: string;
  readonly date?: string;
  readonly precision: EventRow["precision"];
  /** "7 May 2025", "~ by 10 May 2025". */
  readonly when: string;
  readonly sign?: Sign;
  /** How the day is known: "day stated by 2 of 5 outlets". */
  readonly basis: string;
  /** What kind of event: "attack"; absent for "other". */
  readonly type?: string;
  /** "alleged", "denied by Pakistan"; "" when it is simply stated. */
  readonly status: string;
  readonly name?: string;
  readonly what: string;
  /** "26 killed (3 outlets), 28 (1)". */
  readonly tolls: readonly string[];
  /** "as changed by Herald"; absent when every report still stands as it came. */
  readonly changed?: string;
  readonly actors: readonly string[];
  /** One per outlet, in order of arrival. */
  readonly sources: readonly Source[];
};

export const LEGEND = "~ known only by the day of publication · ? unconfirmed or alleged · × denied";

const TYPE_WORDS: Readonly<Record<EventType, string | undefined>> = {
  agree: "agreement",
  consult: "talks",
  support: "support",
  aid: "aid",
  concede: "concession",
  request: "appeal",
  accuse: "accusation",
  reject: "rejection",
  threaten: "threat",
  protest: "protest",
  sanction: "sanction",
  mobilize: "mobilisation",
  coerce: "coercion",
  assault: "attack",
  fight: "fighting",
  kill: "killing",
  disaster: "disaster",
  other: undefined,
};

const BASIS_WORDS: Readonly<Record<EventRow["basis"], string>> = {
  explicit: "day stated",
  relative: "day reckoned from the text",
  publication: "day of publication",
};

/** "day stated by 2 of 5 outlets" where others only imply it. */
function basisInWords({ basis, dated, precision }: EventRow): string {
  if (precision === "by" && basis !== "publication") return "day it was said";
  const isVoted = basis !== "publication" && dated.by < dated.of;
  return isVoted ? `day stated by ${dated.by} of ${count(dated.of, "outlet")}` : BASIS_WORDS[basis];
}

/** What somebody states outright is neither doubted nor denied here, whoever else doubts it: the status still says so. */
function signOf({ statuses, deniedBy, precision }: EventRow): Sign | undefined {
  const isHeld = statuses.some((status) => status === "stated" || status === "attributed" || status === "planned");
  if (!isHeld && (deniedBy.length > 0 || statuses.every((status) => status === "denied"))) return "×";
  if (!isHeld) return "?";
  return precision === "by" ? "~" : undefined;
}

function oneLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ").trim();
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sourcesOf({ tellings }: EventRow): Source[] {
  return [...new Map(tellings.map((t) => [t.outlet, t])).values()].map(({ outlet, url }) => ({
    outlet: oneLine(outlet),
    ...(url === undefined ? {} : { url }),
  }));
}

/** Which outlets tell it so only since they changed their reports. */
function changedInWords({ tellings }: EventRow): string | undefined {
  const outlets = [...new Set(tellings.filter(({ revision = 1 }) => revision > 1).map(({ outlet }) => outlet))];
  return outlets.length === 0 ? undefined : oneLine(`as changed by ${outlets.join(", ")}`);
}

/** How the day is known, the status, the figures and what was changed: what stands below an entry. */
export function remarksOf({ basis, status, tolls, changed = "" }: Entry): string[] {
  return [basis, status, ...tolls, changed].filter((remark) => remark !== "");
}

function entryOf(row: EventRow, id: string): Entry {
  const type = TYPE_WORDS[row.type];
  const sign = signOf(row);
  const denied = row.deniedBy.length > 0 ? `denied by ${row.deniedBy.join(", ")}` : "";
  const changed = changedInWords(row);
  const tolls = [tollInWords(row.killed, "killed"), tollInWords(row.injured, "injured")];
  return {
    id,
    ...(row.date === undefined ? {} : { date: row.date }),
    precision: row.precision,
    when: whenInWords(row),
    ...(sign === undefined ? {} : { sign }),
    basis: basisInWords(row),
    ...(type === undefined ? {} : { type }),
    status: oneLine([statusInWords(row.statuses), denied].filter((words) => words !== "").join(" · ")),
    ...(row.name === undefined ? {} : { name: oneLine(row.name) }),
    what: sentenceCase(oneLine(row.title)),
    tolls: tolls.flatMap((toll) => (toll === undefined ? [] : [oneLine(toll)])),
    ...(changed === undefined ? {} : { changed }),
    actors: row.actors.map(oneLine),
    sources: sourcesOf(row),
  };
}

/**
 * The rows as entries, in the same order. An id names the report that told of the event first, and which of its events
 * of that type it is: a corrected date or a better title changes the entry, not its id.
 */
export function timelineEntries(rows: readonly EventRow[]): Entry[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const first = `${row.tellings[0]?.item} ${row.type}`;
    const nth = seen.get(first) ?? 0;
    seen.set(first, nth + 1);
    return entryOf(row, shortId("timeline-entry", first, String(nth)));
  });
}
