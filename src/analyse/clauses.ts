import type { Span } from "../model/article.ts";

/**
 * How a clause hangs on the one before it: "main" begins the sentence, "joined" goes on after "and" or a mark,
 * "participle" tells more of the same event (", killing two"), "apart" tells of another time or cause ("after …", "amid …").
 */
export type Clause = Span & { readonly opener: "main" | "joined" | "participle" | "apart" };

const APART =
  "after|following|before|when|while|as|amid|since|because|although|though|despite|until|unless|if|whereas|in response to|in retaliation for|in revenge for|in protest (?:at|against|over)|ahead of|in the wake of|(?:followed|preceded|triggered|prompted) (?:by|the|an?|last|this)";
const VERB_AFTER_AND =
  "[a-z]+ed|launched|struck|shot|took|sent|said|told|held|met|left|hit|fought|gave|withdrew|called|has|have|had|is|are|was|were|will|would|may|also|then|later|he|she|it|they|we|the [a-z]+";

const BOUNDARY = new RegExp(
  [
    "\\s*[;:—–]\\s+|\\s+--?\\s+",
    `,?\\s+(?=(?<apart>${APART})\\s)`,
    ",\\s+(?=(?<participle>(?:[a-z]+ly\\s+)?(?!(?:during|including|according|following)\\b)[a-z]{2,}ing)\\b)",
    ",\\s+(?=(?:which|who|where|whose|with|but|and|or|so|then)\\b)",
    `\\s+(?=(?:and|but)\\s+(?:${VERB_AFTER_AND})\\b)`,
    ",['”\"’]*\\s+(?=(?:[\\p{L}.'’ -]{2,60}\\s)?(?:said|says|told|reported|according to|announced)\\b)",
  ].join("|"),
  "gu",
);

function openerOf(groups: Readonly<Record<string, string | undefined>> | undefined): Clause["opener"] {
  if (groups?.["apart"] !== undefined) return "apart";
  return groups?.["participle"] === undefined ? "joined" : "participle";
}

/** Cuts a sentence into its clauses, as far as words and marks tell them. */
export function splitClauses(text: string, sentence: Span): Clause[] {
  const words = text.slice(sentence.start, sentence.end);
  const clauses: Clause[] = [];
  const first = new RegExp(`^["“‘]?(?:${APART})\\s`, "i").test(words);
  let from: Clause = { start: sentence.start, end: sentence.end, opener: first ? "apart" : "main" };
  for (const hit of words.matchAll(BOUNDARY)) {
    const at = sentence.start + hit.index;
    if (at <= from.start) continue;
    clauses.push({ ...from, end: at });
    from = { start: at + hit[0].length, end: sentence.end, opener: openerOf(hit.groups) };
  }
  // "After the attack, India closed …": the comma ends what stands apart.
  return [...clauses, from].flatMap((clause) => splitLeading(text, clause, sentence));
}

function splitLeading(text: string, clause: Clause, sentence: Span): Clause[] {
  if (clause.opener !== "apart" || clause.start !== sentence.start) return [clause];
  const comma = text.slice(clause.start, clause.end).indexOf(", ");
  if (comma < 0) return [clause];
  const at = clause.start + comma;
  return [
    { ...clause, end: at },
    { start: at + 2, end: clause.end, opener: "main" },
  ];
}
