import type { Findings } from "../model/findings.ts";

/** What an item proves that was not read, or says nothing. */
export const NO_FINDINGS: Findings = {
  quotes: [],
  statements: [],
  actors: [],
  dates: [],
  events: [],
  summary: { headline: "", sentences: [] },
};
