import type { Span } from "../../model/article.ts";

/**
 * How a clause hangs on the one before it: "main" begins the sentence, "joined" goes on after "and" or a mark,
 * "participle" tells more of the same event (", killing two"), "apart" tells of another time or cause ("after …", "amid …").
 */
export type Clause = Span & { readonly opener: "main" | "joined" | "participle" | "apart" };

const APART =
  "after|following|before|when|while|as|amid|since|because|although|though|despite|until|unless|if|whereas|in response to|in retaliation for|in revenge for|in protest (?:at|against|over)|ahead of|in (?:the )?(?:wake|aftermath) of|(?:followed|preceded|triggered|prompted) (?:by|the|an?|last|this)";
const FINITE =
  "[a-z]+ed|went|came|ran|began|made|fell|rose|led|lost|won|brought|found|set|cut|drove|flew|spoke|kept|saw|struck|shot|took|sent|said|told|held|met|left|hit|fought|gave|withdrew|sank|burst|has|have|had|is|are|was|were|will|would|may|also";
const VERB_AFTER_AND = `${FINITE}|then|later|he|she|it|they|we|the [a-z]+`;

/** "since 2004", "until late October": a date, and no clause of its own. */
const DATE_NEXT =
  "(?:(?:early|late|mid|at least|the (?:end|start) of)[ -])?(?:\\d|(?:last|this|next)\\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|yesterday|today|tomorrow)";

/** "before dawn": a time of the day. */
const HOUR_NEXT = "(?:dawn|dusk|dark|nightfall|midnight|noon|midday|sunrise|sunset|daybreak)\\b";

const BOUNDARY = new RegExp(
  [
    "\\s*[;:—–]\\s+|\\s+--?\\s+",
    `,?\\s+(?!(?:since|until)\\s${DATE_NEXT}|(?:before|after|since|until)\\s${HOUR_NEXT})(?=(?<apart>${APART})\\s)`,
    // "the men who killed 26": known from before, and no part of what is told of them now.
    "\\s+(?=(?<known>who)\\s(?:(?:had|have|has|were|was)\\s)?(?:[a-z]+ed|shot|took|led|fought|made)\\b)",
    ",\\s+(?=(?<participle>(?:[a-z]+ly\\s+)?(?!(?:during|including|according|following)\\b)[a-z]{2,}ing)\\b)",
    ",\\s+(?=(?:(?:in |during |at )?which|who|where|whose|with|but|and|or|so|then)\\b)",
    // ", a claim Kyiv denied"
    ",\\s+(?=an? (?:claim|charge|accusation|allegation|report)s? (?:that |which )?(?:[\\p{L}'’]+ ){1,5}(?:den|reject|dismiss)\\p{Ll}*)",
    `\\s+(?=(?:and|but)\\s+(?:${VERB_AFTER_AND})\\b)`,
    ",['”\"’]*\\s+(?=(?:[\\p{L}.'’ -]{2,60}\\s)?(?:said|says|told|reported|according to|announced)\\b)",
  ].join("|"),
  "gu",
);

const BEGINS_APART = new RegExp(`^["“‘]?(?:${APART})\\s`, "i");

function openerOf(groups: Readonly<Record<string, string | undefined>> | undefined): Clause["opener"] {
  if (groups?.["apart"] !== undefined || groups?.["known"] !== undefined) return "apart";
  return groups?.["participle"] === undefined ? "joined" : "participle";
}

/** Cuts a sentence into its clauses, as far as words and marks tell them. */
export function splitClauses(text: string, sentence: Span): Clause[] {
  const words = text.slice(sentence.start, sentence.end);
  const clauses: Clause[] = [];
  const first = BEGINS_APART.test(words);
  let from: Clause = { start: sentence.start, end: sentence.end, opener: first ? "apart" : "main" };
  for (const hit of words.matchAll(BOUNDARY)) {
    const at = sentence.start + hit.index;
    if (at <= from.start) continue;
    clauses.push({ ...from, end: at });
    from = { start: at + hit[0].length, end: sentence.end, opener: openerOf(hit.groups) };
  }
  // "After the attack, India closed …": the comma ends what stands apart.
  return [...clauses, from]
    .flatMap((clause) => splitLeading(text, clause, sentence))
    .flatMap((c) => splitRelative(text, c));
}

/** ", which holds a seat until 2026, had asked": the comma that closes the aside; what stands in it is apart. */
const RELATIVE = new RegExp(
  `^(?:which|who|whose|where|after|before|following|amid)\\s[^,]{3,120}(?=,\\s(?:${FINITE}|says)\\s)`,
);

function splitRelative(text: string, clause: Clause): Clause[] {
  const aside = RELATIVE.exec(text.slice(clause.start, clause.end))?.[0];
  if (aside === undefined) return [clause];
  const end = clause.start + aside.length;
  return [
    { ...clause, end, opener: "apart" },
    { start: end + 2, end: clause.end, opener: "joined" },
  ];
}

/** "A year after …," at the beginning of a sentence. */
const LAPSE =
  /^["“]?(?:(?:more|less) than |about |nearly |almost |just )?\S+ (?:hours?|days?|weeks?|months?|years?|decades?)\s*$/i;

function splitLeading(text: string, clause: Clause, sentence: Span): Clause[] {
  const opens = clause.start === sentence.start || LAPSE.test(text.slice(sentence.start, clause.start));
  if (clause.opener !== "apart" || !opens) return [clause];
  const comma = text.slice(clause.start, clause.end).indexOf(", ");
  if (comma < 0) return [clause];
  const at = clause.start + comma;
  return [
    { ...clause, end: at },
    { start: at + 2, end: clause.end, opener: "main" },
  ];
}
