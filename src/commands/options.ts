import type { OptionKind, OptionShape } from "../model/command.ts";

const COMPLETING: readonly OptionKind[] = ["watch", "story", "actor", "feed", "topic", "subscription"];

function option(name: string, kind: OptionKind, summary: string, required: boolean): OptionShape {
  return { name, kind, summary, required, completes: COMPLETING.includes(kind) };
}

/** An option that must be given. */
export function needed(name: string, kind: OptionKind, summary: string): OptionShape {
  return option(name, kind, summary, true);
}

/** An option that may be left out and has one of a few values. */
export function oneOf(name: string, choices: readonly string[], summary: string): OptionShape {
  return { ...option(name, "choice", summary, false), choices };
}

/** An option that may be left out. */
export function optional(name: string, kind: OptionKind, summary: string): OptionShape {
  return option(name, kind, summary, false);
}
