import {
  ITEM_FIELDS,
  type ItemField,
  MAX_RULE_LENGTH,
  type RuleNode,
  type RuleProblem,
  type TextField,
} from "./rule.ts";
import { BadRule, type RuleToken, ruleTokens } from "./rule-tokens.ts";

const MAX_DEPTH = 10;
const MAX_TERMS = 50;

export type ParsedRule =
  | { readonly kind: "rule"; readonly root: RuleNode }
  | { readonly kind: "problem"; readonly problem: RuleProblem };

/**
 * Reads a rule: words, "phrases", word*, ~exact and ^weight, joined by NEAR/n, NOT, AND and OR (in this order of
 * strength) and brackets, bound to a part of the item by title:, body:, source:, lang:, actor:, place: or topic:.
 * Problems name the column and what was expected there.
 */
export function parseRule(text: string): ParsedRule {
  try {
    if (text.length > MAX_RULE_LENGTH)
      throw new BadRule(MAX_RULE_LENGTH + 1, `a rule is at most ${MAX_RULE_LENGTH} characters long`);
    const root = new RuleReader(ruleTokens(text)).read();
    requireWord(root);
    return { kind: "rule", root };
  } catch (error) {
    if (error instanceof BadRule) return { kind: "problem", problem: error.problem };
    throw error;
  }
}

/** "expected a term after AND at column 7" */
export function ruleProblemInWords({ column, says }: RuleProblem): string {
  return `${says} at column ${column}`;
}

/** Whether the rule can only hold where one of its words stands: else it would be tried on every text. */
function hasWord(node: RuleNode): boolean {
  switch (node.kind) {
    case "term":
      return true;
    case "field":
    case "not":
      return false;
    case "and":
      return node.parts.some(hasWord);
    case "or":
      return node.parts.every(hasWord);
    case "near":
      return hasWord(node.left) || hasWord(node.right);
  }
}

function requireWord(root: RuleNode): void {
  const branches = root.kind === "or" ? root.parts : [root];
  const without = branches.find((branch) => !hasWord(branch));
  if (without !== undefined)
    throw new BadRule(
      without.column,
      "expected a word that must stand in the text; NOT and source: only narrow it down",
    );
}

/** The field that a bracket belongs to. */
type Bound = TextField | ItemField | undefined;

function isItemField(field: Bound): field is ItemField {
  return ITEM_FIELDS.some((one) => one === field);
}

class RuleReader {
  readonly #tokens: readonly RuleToken[];
  #at = 0;
  #terms = 0;

  constructor(tokens: readonly RuleToken[]) {
    this.#tokens = tokens;
  }

  read(): RuleNode {
    const root = this.#or(undefined, 0);
    const { kind, column, written } = this.#peek();
    if (kind === "close") throw new BadRule(column, 'expected an opening bracket before this ")"');
    if (kind !== "end") throw new BadRule(column, `expected AND, OR, NOT or NEAR/n before ${written}`);
    return root;
  }

  #or(bound: Bound, depth: number): RuleNode {
    const parts = [this.#and(bound, depth)];
    while (this.#take("or")) parts.push(this.#and(bound, depth));
    return together("or", parts);
  }

  #and(bound: Bound, depth: number): RuleNode {
    const parts = [this.#not(bound, depth)];
    while (this.#take("and") || this.#peek().kind === "not") parts.push(this.#not(bound, depth));
    return together("and", parts);
  }

  #not(bound: Bound, depth: number): RuleNode {
    const { column } = this.#peek();
    if (!this.#take("not")) return this.#near(bound, depth);
    return { kind: "not", part: this.#near(bound, depth), column };
  }

  #near(bound: Bound, depth: number): RuleNode {
    let left = this.#one(bound, depth);
    for (let token = this.#peek(); token.kind === "near"; token = this.#peek()) {
      this.#at++;
      const right = this.#one(bound, depth);
      for (const side of [left, right])
        if (!isPlaced(side)) throw new BadRule(side.column, "expected words on both sides of NEAR");
      left = { kind: "near", left, right, words: token.words, column: left.column };
    }
    return left;
  }

  #one(bound: Bound, depth: number): RuleNode {
    const token = this.#peek();
    const { column } = token;
    if (depth > MAX_DEPTH) throw new BadRule(column, `a rule has at most ${MAX_DEPTH} brackets inside one another;`);
    if (token.kind === "field") {
      if (bound !== undefined) throw new BadRule(column, `expected no ${token.field}: inside ${bound}:`);
      this.#at++;
      return this.#one(token.field, depth + 1);
    }
    if (this.#take("open")) {
      const inside = this.#or(bound, depth + 1);
      if (!this.#take("close")) throw new BadRule(this.#peek().column, 'expected ")" or an operator');
      return inside;
    }
    if (token.kind !== "words" && token.kind !== "quoted") throw new BadRule(column, this.#expectedTerm());
    this.#at++;
    if (++this.#terms > MAX_TERMS) throw new BadRule(column, `a rule has at most ${MAX_TERMS} words and phrases;`);
    return this.#term(token, bound);
  }

  #term(token: RuleToken & { kind: "words" | "quoted" }, bound: Bound): RuleNode {
    const { text, exact, column } = token;
    if (isItemField(bound)) return { kind: "field", field: bound, value: text, column };
    const next = this.#peek();
    const where = bound ?? "anywhere";
    if (next.kind !== "weight") return { kind: "term", text, exact, where, column };
    this.#at++;
    return { kind: "term", text, exact, where, weight: next.weight, column };
  }

  #expectedTerm(): string {
    const before = this.#tokens[this.#at - 1];
    return before === undefined ? "expected a term" : `expected a term after ${before.written}`;
  }

  #peek(): RuleToken {
    return this.#tokens[this.#at] ?? { kind: "end", column: 1, written: "the end" };
  }

  #take(kind: RuleToken["kind"]): boolean {
    if (this.#peek().kind !== kind) return false;
    this.#at++;
    return true;
  }
}

function together(kind: "and" | "or", parts: readonly RuleNode[]): RuleNode {
  const [first] = parts;
  return first !== undefined && parts.length === 1 ? first : { kind, parts, column: first?.column ?? 1 };
}

/** What stands somewhere, so that something can be near it. */
function isPlaced(node: RuleNode): boolean {
  return node.kind === "term" || node.kind === "near" || (node.kind === "or" && node.parts.every(isPlaced));
}
