import type { Related } from "../desk/related.ts";
import type { Fact } from "../model/card.ts";
import { joined, linkTo } from "./sources.ts";

const WORDS: Readonly<Record<Related["as"], string>> = {
  earlier: "Follows",
  later: "Followed by",
  "moved-out": "Moved out",
  "moved-from": "Was part of",
};

/** The stories beside this one, each a link to its message: "Follows: Shelling of Klow". */
export function relatedFacts(related: readonly Related[]): Fact[] {
  return [...Map.groupBy(related, (one) => one.as)].map(([as, stories]) => ({
    name: WORDS[as],
    value: joined(
      stories.map(({ headline, url }) => [linkTo(headline, url)]),
      "\n",
    ),
  }));
}
