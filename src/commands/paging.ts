import { UserError } from "../lib/user-error.ts";
import type { Action, Card } from "../model/card.ts";

type Place = {
  readonly command: string;
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly page: number;
};

/** The options that have a value, for a button that runs the command again. */
export function givenOptions(options: Place["options"]): Record<string, string> {
  const pairs = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(pairs);
}

/** The page that was asked for, when there is one; a page past the last would only repeat it. */
export function checkedPage(page: number, total: number, size: number): number {
  const last = Math.max(1, Math.ceil(total / size));
  if (page > last) throw new UserError(`There is no page ${page}.`, `The last page is ${last}.`);
  return Math.max(1, page);
}

/** Adds "page n of m" and the buttons that turn pages. One page needs none. */
export function paged(card: Card, place: Place, sizes: { readonly total: number; readonly size: number }): Card {
  const of = Math.max(1, Math.ceil(sizes.total / sizes.size));
  if (of === 1) return card;
  const turn = (label: string, page: number): Action => ({
    label,
    command: place.command,
    options: givenOptions(place.options),
    page,
  });
  const back = place.page > 1 ? [turn("Previous", place.page - 1)] : [];
  const on = place.page < of ? [turn("Next", place.page + 1)] : [];
  return { ...card, page: { number: place.page, of }, actions: [...back, ...on, ...card.actions] };
}
