import type { Span } from "../../model/article.ts";
import { isOrganisationHead } from "../../text/names/organisation-words.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import type { NameRun } from "./name-runs.ts";
import { spanOf } from "./name-runs.ts";
import type { Names } from "./person-evidence.ts";

/** A body or place found by the words of its name. */
export type NamedBody = Span & { readonly kind: "organisation" | "place"; readonly name: string };

const PLACE_HEADS = new Set(
  "province district city governorate county region valley island islands sea gulf strait town village peninsula prefecture oblast".split(
    " ",
  ),
);
const ACRONYM = /^\p{Lu}{3,6}$|^\p{Lu}{1,3}&\p{Lu}$|^\p{Lu}{2,6}-\p{Lu}{2,5}$/u;
const NOT_BODIES = new Set(
  "CEO CFO MP MPs TV PM AM GMT UTC EST EDT USD GDP VIP ID OK DNA DVD SMS IED IEDs WMD II III IV VI VII VIII IX XI XII AK RPG PDF URL FAQ NGO NGOs Q&A LGBT LGBTQ IDP IDPs UAV UAVs POW US UK USS HMS INS MHZ KHZ".split(
    " ",
  ),
);

const lower = (names: Names, at: number) => names.parts[at]?.lower ?? "";

/** Where a body's name ends inside a run: at its last head word, or with what "of" and "for" add to it. */
function bodyEnd(names: Names, { from, to }: NameRun): number | undefined {
  for (let at = to - 1; at >= from; at--) {
    if (!isOrganisationHead(lower(names, at))) continue;
    const next = lower(names, at + 1);
    const end = at + 1 < to && (next === "of" || next === "for") ? to : at + 1;
    return end - from > 1 ? end : undefined;
  }
  return undefined;
}

function bodyIn(names: Names, run: NameRun): NamedBody | undefined {
  const end = bodyEnd(names, run);
  if (end !== undefined) {
    let from = run.from;
    while (from < end - 2 && isTitleHead(lower(names, from)) && lower(names, from + 1) !== "of") from++;
    const span = spanOf(names.parts, from, end);
    return { ...span, kind: "organisation", name: names.text.slice(span.start, span.end) };
  }
  if (run.to - run.from < 2 || !PLACE_HEADS.has(lower(names, run.to - 1))) return undefined;
  const span = spanOf(names.parts, run.from, run.to);
  return { ...span, kind: "place", name: names.text.slice(span.start, span.end) };
}

/** A line in capitals has no acronyms. */
function isShoutedLine(names: Names, at: number): boolean {
  const around = [at - 2, at - 1, at + 1, at + 2].map((index) => names.parts[index]?.text ?? "");
  return around.filter((word) => /^\p{Lu}{2,}$/u.test(word)).length > 1;
}

function acronyms(names: Names, run: NameRun): NamedBody[] {
  const found: NamedBody[] = [];
  for (let at = run.from; at < run.to; at++) {
    const part = names.parts[at];
    if (part === undefined || !ACRONYM.test(part.text)) continue;
    if (names.parts[at + 1]?.text === ":") continue;
    if (NOT_BODIES.has(part.text) || names.hitOf[at] !== undefined || isShoutedLine(names, at)) continue;
    found.push({ start: part.start, end: part.end, kind: "organisation", name: part.text });
  }
  return found;
}

/** "Full Name (FN)": from the short form to the full name. */
function expansions(text: string, bodies: readonly NamedBody[]): ReadonlyMap<string, string> {
  const full = new Map<string, string>();
  for (const { end, name } of bodies) {
    const short = /^ \((\p{Lu}[\p{L}&]{1,9})\)/u.exec(text.slice(end, end + 14))?.[1];
    if (short !== undefined) full.set(short, name);
  }
  return full;
}

/** Bodies and places that no lexicon knows, by the last word of their names, and by acronyms. */
export function findBodies(names: Names): NamedBody[] {
  const bodies = names.runs.flatMap((run) => bodyIn(names, run) ?? []);
  const full = expansions(names.text, bodies);
  const short = names.runs.flatMap((run) => acronyms(names, run));
  return [...bodies, ...short.map((body) => ({ ...body, name: full.get(body.name) ?? body.name }))];
}
