import type { DatedEvent, EventStatus } from "../model/findings.ts";

/** One telling of an event: the finding and who printed it. */
export type Telling = DatedEvent & { readonly item: string; readonly outlet: string; readonly url?: string };

/** A figure with the outlets that print it. */
export type Toll = { readonly count: number; readonly outlets: readonly string[] };

/** One event told by many items: a line of a timeline. Figures that differ stay side by side. */
export type EventRow = {
  readonly date?: string;
  readonly precision: DatedEvent["precision"];
  readonly basis: DatedEvent["basis"];
  readonly type: DatedEvent["type"];
  readonly title: string;
  readonly name?: string;
  readonly statuses: readonly EventStatus[];
  readonly actors: readonly string[];
  readonly killed: readonly Toll[];
  readonly injured: readonly Toll[];
  readonly tellings: readonly Telling[];
};

const STOP = new Set(
  "the a an of in on at to for and with by from its it as that after is was were has have said says".split(" "),
);

function words(title: string): Set<string> {
  const all = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(all.filter((word) => !STOP.has(word)));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  return smaller === 0 ? 0 : a.intersection(b).size / smaller;
}

function isSameEvent(a: Telling, b: Telling): boolean {
  if (a.date !== b.date || a.precision !== b.precision) return false;
  if (a.name !== undefined && b.name !== undefined) return a.name === b.name;
  const shared = overlap(words(a.title), words(b.title));
  if ((a.status === "denied") !== (b.status === "denied")) return false;
  if (a.type === b.type) return shared >= (a.precision === "day" ? 0.4 : 0.6);
  return shared >= 0.8;
}

function tolls(tellings: readonly Telling[], of: "killed" | "injured"): Toll[] {
  const outlets = new Map<number, Set<string>>();
  for (const telling of tellings) {
    const count = telling[of];
    if (count === undefined) continue;
    outlets.set(count, (outlets.get(count) ?? new Set()).add(telling.outlet));
  }
  return [...outlets]
    .map(([count, names]) => ({ count, outlets: [...names] }))
    .sort((a, b) => b.outlets.length - a.outlets.length || b.count - a.count);
}

/** A stated telling speaks for the row before an alleged one; a named or numbered one before a bare one; then the earliest. */
function spokesman(tellings: readonly Telling[]): Telling | undefined {
  const weight = (t: Telling) =>
    Number(t.status === "stated") + Number(t.name !== undefined) + Number(t.killed !== undefined);
  return [...tellings].sort((a, b) => weight(b) - weight(a))[0];
}

function row(tellings: readonly Telling[]): EventRow[] {
  const best = spokesman(tellings);
  if (best === undefined) return [];
  const { date, precision, basis, type, title } = best;
  const name = tellings.find((t) => t.name !== undefined)?.name;
  return [
    {
      ...(date === undefined ? {} : { date }),
      precision,
      basis: tellings.some((t) => t.basis === "explicit") ? "explicit" : basis,
      type,
      title,
      ...(name === undefined ? {} : { name }),
      statuses: [...new Set(tellings.map((t) => t.status))],
      actors: [...new Set(tellings.flatMap((t) => t.actors ?? []))],
      killed: tolls(tellings, "killed"),
      injured: tolls(tellings, "injured"),
      tellings,
    },
  ];
}

/** Orders by date; what is only known "by" a day stands after that day's dated events. */
function byDate(a: EventRow, b: EventRow): number {
  const key = (r: EventRow) => `${r.date ?? "9999"} ${r.precision === "by" ? 1 : 0}`;
  return key(a).localeCompare(key(b));
}

/** Brings the tellings of one event together, in order of date. */
export function eventRows(tellings: readonly Telling[]): EventRow[] {
  const groups: Telling[][] = [];
  for (const telling of tellings) {
    const group = groups.find((members) => members.some((member) => isSameEvent(member, telling)));
    if (group) group.push(telling);
    else groups.push([telling]);
  }
  return groups.flatMap(row).sort(byDate);
}
