import type { Actor, Watch } from "../../model/watch.ts";
import { stem } from "../../text/stem.ts";
import { countryNamed } from "../names/country-words.ts";
import type { Draft } from "./severity.ts";
import type { Seen } from "./watch-words.ts";

/** News that names both sides of a crisis is most likely of the crisis, whatever its words. */
const BOTH = 3;

type Party = { readonly side: string; readonly isTown: boolean };

/** A town of one side and a town of the other are in many news: one of two must be a state, a capital, a body or a person. */
function isTown({ kind, name }: Actor, side: string): boolean {
  const capital = countryNamed(stem(name.toLowerCase().split(" ").at(-1) ?? ""));
  return kind === "place" && name !== side && capital !== side.toLowerCase();
}

function partiesOf({ actors, sides = [] }: Watch): ReadonlyMap<string, Party> {
  const parties = new Map<string, Party>();
  for (const actor of actors) {
    const side = sides.find((each) => each === (actor.country ?? actor.name));
    if (side !== undefined) parties.set(actor.id, { side, isTown: isTown(actor, side) });
  }
  return parties;
}

const known = new WeakMap<Watch, ReadonlyMap<string, Party>>();

/** The line of an item that names two or more sides of the watch, by a place, person or body of each. */
export function sidesLine(watch: Watch, { actors }: Seen): Draft[] {
  const parties = known.get(watch) ?? partiesOf(watch);
  known.set(watch, parties);
  const named = actors.flatMap(({ key, points, ...span }) => {
    const party = points > 0 ? parties.get(key) : undefined;
    return party === undefined ? [] : [{ ...party, start: span.start, end: span.end }];
  });
  const sides = [...new Set(named.map(({ side }) => side))];
  const first = named.find((one) => !one.isTown);
  if (first === undefined || sides.length < 2) return [];
  return [{ start: first.start, end: first.end, points: BOTH, what: `names both sides: ${sides.join(", ")}` }];
}
