import { UserError } from "../lib/user-error.ts";
import type { Action, Card } from "../model/card.ts";

/** The command that shows the list. */
type Place = {
  readonly command: string;
  readonly options: Readonly<Record<string, string | undefined>>;
};

/** The options that have a value, for a button that runs the command again. */
export function givenOptions(options: Place["options"]): Record<string, string> {
  const pairs = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(pairs);
}

/** One page of a list, 1-based. */
export type Page<T> = { readonly shown: readonly T[]; readonly number: number; readonly of: number };

/** The page that was asked for, when there is one; a page past the last would only repeat it. */
export function pageOf<T>(all: readonly T[], asked: number, size: number): Page<T> {
  const of = Math.max(1, Math.ceil(all.length / size));
  if (asked > of) throw new UserError(`There is no page ${asked}.`, `The last page is ${of}.`);
  const number = Math.max(1, asked);
  return { shown: all.slice((number - 1) * size, number * size), number, of };
}

/** Adds "page n of m" and the buttons that turn pages. One page needs none. */
export function paged(card: Card, { command, options }: Place, { number, of }: Page<unknown>): Card {
  if (of === 1) return card;
  const turn = (label: string, page: number): Action => ({ label, command, options: givenOptions(options), page });
  const back = number > 1 ? [turn("Previous", number - 1)] : [];
  const on = number < of ? [turn("Next", number + 1)] : [];
  return { ...card, page: { number, of }, actions: [...back, ...on, ...card.actions] };
}
