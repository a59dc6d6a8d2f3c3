import { ITEM_FIELDS, type ItemField, type RuleProblem, TEXT_FIELDS, type TextField } from "./rule.ts";

/** One piece of a rule; `written` is how it is named in a problem. */
export type RuleToken = { readonly column: number; readonly written: string } & (
  | { readonly kind: "words" | "quoted"; readonly text: string; readonly exact: boolean }
  | { readonly kind: "and" | "or" | "not" | "open" | "close" | "end" }
  | { readonly kind: "near"; readonly words: number }
  | { readonly kind: "weight"; readonly weight: number }
  | { readonly kind: "field"; readonly field: TextField | ItemField }
);

const MAX_NEAR = 100;
const MAX_WEIGHT = 20;
const FIELDS: readonly (TextField | ItemField)[] = [...TEXT_FIELDS, ...ITEM_FIELDS];
const OPERATORS = { AND: "and", OR: "or", NOT: "not", "(": "open", ")": "close" } as const;

/** Thrown inside the reader of rules alone, which turns it into a value. */
export class BadRule extends Error {
  readonly problem: RuleProblem;

  constructor(column: number, says: string) {
    super(says);
    this.problem = { column, says };
  }
}

/** Either a sign, a quotation (closed or not), a weight, a field, or anything else up to a space or sign. */
const PIECE = /\s+|[()]|(~?)["“”]([^"“”]*)(["“”]?)|\^([^\s()"“”^]*)|([A-Za-z]+):(?=\S)|([^\s()"“”^]+)/gy;

/** Cuts a rule into pieces, the last one being its end. Words that follow one another are one piece: a phrase. */
export function ruleTokens(text: string): RuleToken[] {
  const tokens: RuleToken[] = [];
  for (const piece of text.matchAll(PIECE)) {
    const token = /^\s/.test(piece[0]) ? undefined : tokenOf(piece);
    const last = tokens.at(-1);
    if (token?.kind === "words" && last?.kind === "words") tokens[tokens.length - 1] = joined(last, token.text);
    else if (token !== undefined) tokens.push(token);
  }
  return [...tokens, { kind: "end", column: text.length + 1, written: "the end" }];
}

function joined(phrase: RuleToken & { kind: "words" | "quoted" }, word: string): RuleToken {
  return { ...phrase, text: `${phrase.text} ${word}`, written: `${phrase.written} ${word}` };
}

function tokenOf(piece: RegExpExecArray): RuleToken {
  const [written, tilde, quoted, closing, weight, field, word = ""] = piece;
  const at = { column: piece.index + 1, written };
  const operator = Object.entries(OPERATORS).find(([sign]) => sign === written)?.[1];
  if (operator !== undefined) return { ...at, kind: operator };
  if (quoted !== undefined) {
    if (closing === "") throw new BadRule(at.column, "the quotation mark is never closed");
    return { ...at, kind: "quoted", text: hasLetter(quoted, at.column), exact: tilde === "~" };
  }
  if (weight !== undefined)
    return { ...at, kind: "weight", weight: numberFrom(weight, at.column + 1, MAX_WEIGHT, "^") };
  if (field !== undefined) return { ...at, kind: "field", field: fieldNamed(field, at.column) };
  if (/^NEAR(?:\/|$)/.test(word))
    return { ...at, kind: "near", words: numberFrom(word.slice(5), at.column, MAX_NEAR, "NEAR/") };
  const exact = word.startsWith("~");
  return { ...at, kind: "words", text: hasLetter(exact ? word.slice(1) : word, at.column), exact };
}

function hasLetter(text: string, column: number): string {
  if (/[\p{L}\p{N}]/u.test(text)) return text;
  throw new BadRule(column, "expected a letter or digit");
}

function numberFrom(digits: string, column: number, most: number, after: string): number {
  const number = /^\d{1,3}$/.test(digits) ? Number(digits) : 0;
  if (number >= 1 && number <= most) return number;
  throw new BadRule(column, `expected a whole number from 1 to ${most} after ${after}`);
}

function fieldNamed(name: string, column: number): TextField | ItemField {
  const field = FIELDS.find((one) => one === name.toLowerCase());
  if (field !== undefined) return field;
  throw new BadRule(column, `"${name}:" is no field; expected ${FIELDS.map((one) => `${one}:`).join(", ")}`);
}
