import { NUMBER, numberOf } from "./number-words.ts";

export type Casualties = { readonly killed?: number; readonly injured?: number };

const ABOUT =
  "(?:(?:at least|more than|over|about|around|some|nearly|almost|up to|as many as|another|an estimated)\\s+)?";
const COUNT = `${ABOUT}(?<count>${NUMBER})(?![-\\d]|\\s*(?:%|percent|per cent|years?\\b|days?\\b|hours?\\b|minutes?\\b|months?\\b|weeks?\\b))`;
/** The people who are counted: up to four words without a verb between. */
const PEOPLE =
  "(?:\\s+(?!(?:and|or|but|were|was|have|had|has|are|is|while|who|killed|injured|wounded|dead|died)\\b)[\\p{L}\\p{M}'’-]+){0,5}";
const KILLED = "(?:killed|dead|slain|murdered|massacred|shot dead|died|perished|lost their lives)";
const INJURED = "(?:injured|wounded|hurt)";

function patterns(active: string, passive: string, nouns: string): RegExp[] {
  return [
    `(?<![\\p{L}\\p{N}])(?:${active})\\s+${COUNT}`,
    `(?<![\\p{L}\\p{N}.,$£€₹])${COUNT}${PEOPLE}\\s+(?:(?:were|was|have|has|had|are|is)\\s+)?(?:also\\s+)?(?:been\\s+)?(?:reported(?:ly)?\\s+)?(?:${passive})(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])(?:leaving|left|leaves)\\s+${COUNT}${PEOPLE}\\s+(?:${passive})(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])(?:${nouns})(?:\\s+\\p{L}+){0,4}?\\s+(?:to|at|of)\\s+${COUNT}`,
  ].map((source) => new RegExp(source, "iu"));
}

const KILLED_PATTERNS = [
  ...patterns("killed|kills?|killing|massacred|murdered|slaughtered", KILLED, "death toll|toll"),
  new RegExp(`(?<![\\p{L}\\p{N}.,$£€₹])${COUNT}\\s+(?:\\p{L}+\\s+)?(?:deaths|fatalities)(?![\\p{L}])`, "iu"),
  new RegExp(
    `(?:deaths|lives) of\\s+${COUNT}|claim(?:ed|ing|s)(?: the lives of)?\\s+${COUNT.replace("<count>", "<lives>")}\\s+lives`,
    "iu",
  ),
];
const INJURED_PATTERNS = [
  ...patterns(
    "injured|injuring|injures|wounded|wounding|wounds|hurt|hurting",
    INJURED,
    "number of (?:injured|wounded)",
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}.,$£€₹])${COUNT}\\s+(?:\\p{L}+\\s+)?(?:injuries)(?![\\p{L}])|(?:injuries to)\\s+${COUNT.replace("<count>", "<hurt>")}`,
    "iu",
  ),
];
const MAY_HOLD = /kill|dead|death|died|slain|murder|massacr|slaughter|perish|lives|fatalit|toll|injur|wound|hurt/i;

function firstCount(text: string, all: readonly RegExp[]): number | undefined {
  for (const pattern of all) {
    const groups = pattern.exec(text)?.groups;
    const written = groups?.["count"] ?? groups?.["lives"] ?? groups?.["hurt"];
    const count = written === undefined ? undefined : numberOf(written);
    if (count !== undefined && Number.isInteger(count)) return count;
  }
  return undefined;
}

/** How many people a piece of text says were killed and injured; only figures, never "dozens". Years and ages do not count. */
export function findCasualties(text: string): Casualties {
  if (!MAY_HOLD.test(text)) return {};
  const killed = firstCount(text, KILLED_PATTERNS);
  const injured = firstCount(text, INJURED_PATTERNS);
  return { ...(killed === undefined ? {} : { killed }), ...(injured === undefined ? {} : { injured }) };
}
