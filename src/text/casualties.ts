import { NUMBER, numberOf } from "./number-words.ts";

/** Figures as the text gives them; of a range, "between 35 and 40", the lower end, and the upper one apart. */
export type Casualties = {
  readonly killed?: number;
  readonly killedTo?: number;
  readonly injured?: number;
  readonly injuredTo?: number;
};

const ABOUT =
  "(?:(?:at least|more than|over|about|around|some|nearly|almost|up to|as many as|another|an estimated|all(?: of)?(?: the)?)\\s+)?";
/** "No one was hurt" counts nobody, "25 of the dead were foreigners" counts a part of them. */
const PART_OF = "\\s+of\\s+(?:the|those|them|these|whom|which)\\b";
const RANGE = `(?:(?:between\\s+(?<low>${NUMBER})\\s+and\\s+|(?<from>${NUMBER})\\s+(?:to|or)\\s+|(?<digits>\\d+)[–-](?=\\d)))?`;
const COUNT = `(?<!\\bno\\s)${ABOUT}${RANGE}(?<count>${NUMBER})(?![-\\d]|${PART_OF}|\\s*(?:%|percent|per cent|years?\\b|days?\\b|hours?\\b|minutes?\\b|months?\\b|weeks?\\b))`;
/** The people who are counted: up to four words without a verb between. */
const PEOPLE =
  "(?:\\s+(?!(?:and|or|but|were|was|have|had|has|are|is|while|who|killed|injured|wounded|dead|died)\\b)[\\p{L}\\p{M}'’-]+){0,5}";
/** "Six people, including a child, drowned", "one man, a 54-year-old driver, died". */
const ASIDE = "(?:,\\s(?:including|among them|mostly|an?|the|all|both|most of them)\\s[^,.;]{2,60},)?";
const KILLED =
  "(?:killed|dead|slain|murdered|massacred|martyred|shot dead|gunned down|drowned|died|perished|lost their lives)";
const INJURED = "(?:injured|wounded|hurt)";

/** How a language of news tells one kind of harm: "killed 26", "26 killed", "a toll of 26", "the killing of 26". */
type Words = { readonly active: string; readonly passive: string; readonly nouns: string; readonly acts: string };

function patterns({ active, passive, nouns, acts }: Words): RegExp[] {
  return [
    `(?<![\\p{L}\\p{N}])(?:${active})\\s+${COUNT}`,
    `(?<![\\p{L}\\p{N}.,$£€₹])${COUNT}${PEOPLE}${ASIDE}\\s+(?:(?:were|was|have|has|had|are|is)\\s+)?(?:also\\s+)?(?:been\\s+)?(?:reported(?:ly)?\\s+)?(?:${passive})(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])(?:leaving|left|leaves)\\s+${COUNT}${PEOPLE}\\s+(?:${passive})(?![\\p{L}\\p{N}])`,
    `(?<![\\p{L}\\p{N}])(?:${nouns})(?:\\s+\\p{L}+){0,4}?\\s+(?:to|at|of)\\s+${COUNT}`,
    `(?<![\\p{L}\\p{N}])(?:${acts})\\s+of\\s+${COUNT}`,
    `(?<![\\p{L}\\p{N}])(?:${nouns})\\b[^.;:]{0,90}?\\b(?:(?:rose|risen|rises|rising|climb(?:ed|s)|jumped|soared|increased|grew|grown|stands?|stood|revised)(?:\\s+(?:up|down|sharply))?\\s+(?:to|at)|reach(?:ed|es)|pass(?:ed|es)|topped|exceed(?:ed|s))\\s+${COUNT}`,
  ].map((source) => new RegExp(source, "iu"));
}

const KILLED_PATTERNS = [
  ...patterns({
    active:
      "shot dead|shooting dead|gunned down|killed|kills?|killing|martyred|martyring|massacred|murdered|slaughtered",
    passive: KILLED,
    nouns: "death toll|toll|number of (?:the )?(?:dead|deaths|killed|fatalities)",
    acts: "killings?|deaths?|murders?|massacre|loss",
  }),
  new RegExp(`(?<![\\p{L}\\p{N}.,$£€₹])${COUNT}\\s+(?:\\p{L}+\\s+)?(?:deaths|fatalities)(?![\\p{L}])`, "iu"),
  new RegExp(
    `(?:lowered|raised|revised|corrected|updated|cut|put|puts) (?:the|its|their) death toll\\b[^.;:,]{0,60}?\\s(?:to|at)\\s+${COUNT}`,
    "iu",
  ),
  new RegExp(`(?:lives) of\\s+${COUNT}|claim(?:ed|ing|s)(?: the lives of)?\\s+(?<lives>${NUMBER})\\s+lives`, "iu"),
];
const INJURED_PATTERNS = [
  ...patterns({
    active: "injured|injuring|injures|wounded|wounding|wounds|hurt|hurting",
    passive: INJURED,
    nouns: "number of (?:injured|wounded)",
    acts: "wounding|injuring",
  }),
  new RegExp(
    `(?<![\\p{L}\\p{N}.,$£€₹])${COUNT}\\s+(?:\\p{L}+\\s+)?(?:injuries)(?![\\p{L}])|(?:injuries to)\\s+(?<hurt>${NUMBER})`,
    "iu",
  ),
];
const MAY_HOLD =
  /kill|dead|death|died|slain|murder|massacr|slaughter|perish|martyr|drown|lives|fatalit|toll|injur|wound|hurt/i;

type Figure = { readonly count: number; readonly to?: number };

function figureOf(groups: Readonly<Record<string, string | undefined>>): Figure | undefined {
  const [low, count] = [
    groups["low"] ?? groups["from"] ?? groups["digits"],
    groups["count"] ?? groups["lives"] ?? groups["hurt"],
  ].map((written) => (written === undefined ? undefined : numberOf(written)));
  if (count === undefined || !Number.isInteger(count)) return undefined;
  return low !== undefined && low < count ? { count: low, to: count } : { count };
}

function firstFigure(text: string, all: readonly RegExp[]): Figure | undefined {
  for (const pattern of all) {
    const found = figureOf(pattern.exec(text)?.groups ?? {});
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How many people a piece of text says were killed and injured; only figures, never "dozens". Years and ages do not count. */
export function findCasualties(text: string): Casualties {
  if (!MAY_HOLD.test(text)) return {};
  const killed = firstFigure(text, KILLED_PATTERNS);
  const injured = firstFigure(text, INJURED_PATTERNS);
  return {
    ...(killed === undefined ? {} : { killed: killed.count }),
    ...(killed?.to === undefined ? {} : { killedTo: killed.to }),
    ...(injured === undefined ? {} : { injured: injured.count }),
    ...(injured?.to === undefined ? {} : { injuredTo: injured.to }),
  };
}
