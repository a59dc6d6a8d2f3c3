/** A part of a rule; `column` is where it begins, from 1 on. */
export type RuleNode =
  | RuleTerm
  | { readonly kind: "field"; readonly field: ItemField; readonly value: string; readonly column: number }
  | { readonly kind: "and" | "or"; readonly parts: readonly RuleNode[]; readonly column: number }
  | { readonly kind: "not"; readonly part: RuleNode; readonly column: number }
  | {
      readonly kind: "near";
      readonly left: RuleNode;
      readonly right: RuleNode;
      /** At most this many words from one to the other, in either order; neighbours are one word apart. */
      readonly words: number;
      readonly column: number;
    };

/** A word or phrase that must stand in the text, with points of its own when it has a `^weight`. */
export type RuleTerm = {
  readonly kind: "term";
  readonly text: string;
  readonly exact: boolean;
  readonly where: "anywhere" | "title" | "body";
  readonly weight?: number;
  readonly column: number;
};

/** Parts of the text that a term may be bound to. */
export const TEXT_FIELDS = ["title", "body"] as const;
/** What else is known of an item. */
export const ITEM_FIELDS = ["source", "lang", "actor", "place", "topic"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
export type ItemField = (typeof ITEM_FIELDS)[number];

export const MAX_RULE_LENGTH = 500;

/** Why a rule cannot be read, and where. */
export type RuleProblem = { readonly column: number; readonly says: string };

/** Whether a keyword is a rule: it holds an operator, a field, a bracket, a quotation mark or a weight. */
export function isRule(text: string): boolean {
  return /(?:^|[\s()])(?:AND|OR|NOT|NEAR(?:\/\d*)?)(?=[\s()]|$)|[()"“”^]|(?:^|[\s(])(?:title|body|source|lang|actor|place|topic):/u.test(
    text,
  );
}
