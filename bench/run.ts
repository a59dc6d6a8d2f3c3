import { benchDates } from "./dates.ts";
import { benchFetch, benchManyFeeds } from "./feeds.ts";
import { benchIngest } from "./ingest.ts";
import { benchMatch } from "./match.ts";
import type { Figure } from "./measure.ts";
import { benchGrowth, benchParse } from "./parse.ts";
import { benchLatency, benchStart } from "./pipeline.ts";
import { benchQuotes } from "./quotes.ts";
import { benchRules } from "./rules.ts";
import { benchStories } from "./stories.ts";

const BENCHES: readonly (() => Promise<Figure[]>)[] = [
  benchParse,
  benchGrowth,
  benchFetch,
  benchManyFeeds,
  benchMatch,
  benchRules,
  benchQuotes,
  benchDates,
  benchStories,
  benchIngest,
  benchLatency,
  benchStart,
];

for (const bench of BENCHES)
  for (const { what, value, beside } of await bench())
    console.log(`${what}: ${value}${beside === undefined ? "" : `; ${beside}`}`);
