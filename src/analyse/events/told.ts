import type { Span } from "../../model/article.ts";
import type { DateExpression, EventType } from "../../model/findings.ts";
import type { Clause } from "../reading/clauses.ts";
import type { NameHit } from "./event-names.ts";
import type { Trigger } from "./event-triggers.ts";

/** A clause, or a clause with its participles, that tells one event; `at` is the word that tells it. */
export type Told = Span & {
  readonly clause: Clause;
  readonly at: number;
  readonly trigger?: Trigger;
  readonly type: EventType;
  readonly name?: NameHit;
  /** What goes on about it and counts those harmed: ", killing two". */
  readonly harm?: Span;
  /** Somebody denies to have done it. */
  readonly isDisowned?: true;
};

/** A sentence with what was found in it. */
export type Scene = Span & {
  readonly words: string;
  readonly clauses: readonly Clause[];
  readonly triggers: readonly Trigger[];
  readonly names: readonly NameHit[];
  readonly dates: readonly DateExpression[];
  readonly quotes: readonly Span[];
};

/** Those of the found that stand inside a span. */
export function within<T extends Span>(found: readonly T[], { start, end }: Span): T[] {
  return found.filter((one) => one.start >= start && one.end <= end);
}
