import type { ActorMention } from "../../model/findings.ts";
import { COUNTRIES } from "./countries.ts";

const ADJECTIVES = new Set(COUNTRIES.flatMap(({ demonyms }) => demonyms.flatMap((word) => [word, `${word}s`])));

/** Words before a place where something happens: "in", "near the town of", "struck". */
const AT =
  /\b(?:in|at|near|around|outside|inside|over|above|across|along|towards?|into|through|off|hit|hits|struck|bombed|shelled|attacked|reached)\s+(?:the\s+)?(?:\p{Ll}[\p{L}-]*\s+){0,3}$/u;
/** Words after a place that make it one where something happens: "Srinagar airport". */
const PLACE_AFTER =
  /^(?:['’]s)?\s+(?:airport|airfield|air ?base|base|district|city|town|sector|valley|market|port|province|region|camp|hospital|border)\b/u;
/** Between two places of one list. */
const GOES_ON = /^(?:,| and|, and| or|, or)\s*$/u;
const BEFORE = 60;
const AFTER = 20;

/** The places where something happens, of all that a text names: not the people of a country, nor who acts. */
export function scenes(text: string, mentions: readonly ActorMention[]): ActorMention[] {
  const found: ActorMention[] = [];
  const places = mentions.filter(({ kind }) => kind === "place").sort((a, b) => a.start - b.start);
  for (const place of places) {
    // Words of the background are blank.
    if (text.slice(place.start, place.end) !== place.text || ADJECTIVES.has(place.text)) continue;
    const last = found.at(-1);
    const isListed = last !== undefined && GOES_ON.test(text.slice(last.end, place.start));
    const before = text.slice(Math.max(0, place.start - BEFORE), place.start);
    const after = text.slice(place.end, place.end + AFTER);
    if (isListed || AT.test(before) || PLACE_AFTER.test(after)) found.push(place);
  }
  return found;
}
