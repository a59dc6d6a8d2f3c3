import type { Span } from "../../model/article.ts";
import type { DatedEvent } from "../../model/findings.ts";
import { fold } from "../../text/fold.ts";
import { nameKey } from "./event-names.ts";

/** One telling; `occasion` is what the text calls it when a name stands before the noun: "pahalgam attack". */
export type Telling = { readonly event: DatedEvent; readonly occasion: string | undefined };

/** A capitalised name right before the noun; words for people and days are no names of an occasion. */
const NAME_BEFORE =
  /(?<![\p{L}])(\p{Lu}[\p{L}\p{M}'’-]{2,})(?:\s+(?:terror|terrorist|suicide|militant|bomb|car|mass))?\s+$/u;
const NO_OCCASION =
  /(?:an|ish|ese)$|^(?:the|this|that|these|those|new|more|two|three|four|five|several|pakistani|israeli|iraqi|saudi|kuwaiti|omani|qatari|yemeni|emirati|bangladeshi|nepali|somali|azerbaijani|french|dutch|greek|turkish|\p{L}*day|january|february|march|april|may|june|july|august|september|october|november|december|islamic|air|suicide|bomb|car|drone|missile)$/u;

/** The name of an occasion that a noun trigger tells, if it has one. */
export function occasionOf(text: string, trigger: Span): string | undefined {
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, trigger.start - 48), trigger.start))?.[1];
  if (name === undefined) return undefined;
  const folded = fold(name);
  return NO_OCCASION.test(folded)
    ? undefined
    : `${folded} ${fold(text.slice(trigger.start, trigger.end)).replace(/s$/, "")}`;
}

function isSame(a: Telling, b: Telling): boolean {
  if (a.event.precision !== "by" && b.event.precision !== "by" && a.event.date !== b.event.date) return false;
  if (a.event.name !== undefined && b.event.name !== undefined) return nameKey(a.event.name) === nameKey(b.event.name);
  return a.occasion !== undefined && a.occasion === b.occasion;
}

/** The dated telling speaks for both; each figure comes from the first that has one, so none is averaged. */
function merge(a: Telling, b: Telling): Telling {
  const [main, other] = a.event.precision === "by" && b.event.precision !== "by" ? [b, a] : [a, b];
  const actors = [...new Set([...(main.event.actors ?? []), ...(other.event.actors ?? [])])];
  const killed = main.event.killed ?? other.event.killed;
  const injured = main.event.injured ?? other.event.injured;
  const event: DatedEvent = {
    ...main.event,
    ...(actors.length > 0 ? { actors } : {}),
    ...(killed === undefined ? {} : { killed }),
    ...(injured === undefined ? {} : { injured }),
  };
  return { event, occasion: main.occasion ?? other.occasion };
}

/** Brings tellings of one event together: the same name in any spelling, or the same named occasion. */
export function mergeTellings(tellings: readonly Telling[]): DatedEvent[] {
  const merged: Telling[] = [];
  for (const telling of tellings) {
    const at = merged.findIndex((other) => isSame(other, telling));
    const known = merged[at];
    if (known === undefined) merged.push(telling);
    else merged[at] = merge(known, telling);
  }
  return merged.map(({ event }) => event);
}
