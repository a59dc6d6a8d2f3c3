import { UserError } from "../lib/user-error.ts";
import { parseUserDate } from "../text/dates/user-date.ts";
import type { Run } from "./command.ts";

/** A day that a person typed, or an error that shows the forms that work. */
export function typedDay(run: Run, name: string): string | undefined {
  const typed = run.options[name];
  if (typed === undefined) return undefined;
  const day = parseUserDate(typed, run.now.toISOString().slice(0, 10));
  if (day !== undefined) return day;
  throw new UserError(
    `"${typed}" is not a date that sitrep understands.`,
    "Write 2025-05-07, 7 May, yesterday or last Friday.",
  );
}
