import type { PhraseBook } from "./phrase-book.ts";
import type { PhraseHit } from "./phrases.ts";
import type { ItemField, RuleNode, RuleTerm } from "./rule.ts";

/** Words that stand somewhere: characters, and the number of the first word and of the one after the last. */
export type Place = Omit<PhraseHit, "phrase">;

/** What a rule found: the words it goes by in the order of the text, and the highest `^weight` among them. */
type RuleFound = { readonly places: readonly Place[]; readonly weight: number | undefined };

/** A text as a rule sees it. */
export type RuleText = {
  /** Where the phrase with a number of the book stands, from left to right. */
  placesOf(phrase: number): readonly Place[];
  /** Where the headline ends. */
  readonly titleEnd: number;
  /** Whether the item has that source, language, actor, place or topic. */
  has(field: ItemField, value: string): boolean;
};

/** A rule over a book. */
export type CompiledRule = {
  /** One of these phrases stands in every text in which the rule holds: the rarest so far that the rule must have. */
  anchors(): readonly number[];
  /** What the rule found in a text; undefined when it does not hold. The time is linear in the text's hits. */
  find(text: RuleText): RuleFound | undefined;
};

/** Puts the phrases of a rule into a book. */
export function compileRule(root: RuleNode, book: PhraseBook): CompiledRule {
  const numbers = new Map<RuleTerm, number>();
  hold(root, { book, numbers });
  const numberOf = (term: RuleTerm) => numbers.get(term) ?? -1;
  return { anchors: () => anchorsOf(root, { book, numberOf }) ?? [], find: (text) => find(root, { text, numberOf }) };
}

function partsOf(node: RuleNode): readonly RuleNode[] {
  switch (node.kind) {
    case "term":
    case "field":
      return [];
    case "not":
      return [node.part];
    case "near":
      return [node.left, node.right];
    case "and":
    case "or":
      return node.parts;
  }
}

function hold(node: RuleNode, into: { book: PhraseBook; numbers: Map<RuleTerm, number> }): void {
  if (node.kind === "term") into.numbers.set(node, into.book.hold({ text: node.text, exact: node.exact }));
  for (const part of partsOf(node)) hold(part, into);
}

type Numbering = { readonly book: PhraseBook; numberOf(term: RuleTerm): number };

/** The phrases one of which must stand; undefined when the part can hold without any. */
function anchorsOf(node: RuleNode, at: Numbering): readonly number[] | undefined {
  if (node.kind === "term") return [at.numberOf(node)];
  if (node.kind === "field" || node.kind === "not") return undefined;
  const each = partsOf(node).map((part) => anchorsOf(part, at));
  if (node.kind === "or") return each.includes(undefined) ? undefined : each.flatMap((anchors) => anchors ?? []);
  return each.reduce((best, one) => rarer(best, one, at.book), undefined);
}

type Anchors = readonly number[] | undefined;

function rarer(one: Anchors, other: Anchors, book: PhraseBook): Anchors {
  if (one === undefined || other === undefined) return one ?? other;
  const seen = (anchors: readonly number[]) => anchors.reduce((sum, number) => sum + book.timesSeen(number), 0);
  return seen(other) < seen(one) || (seen(other) === seen(one) && other.length < one.length) ? other : one;
}

type Finding = { readonly text: RuleText; numberOf(term: RuleTerm): number };

const HOLDS: RuleFound = { places: [], weight: undefined };

function find(node: RuleNode, at: Finding): RuleFound | undefined {
  switch (node.kind) {
    case "term":
      return findTerm(node, at);
    case "field":
      return at.text.has(node.field, node.value) ? HOLDS : undefined;
    case "not":
      return find(node.part, at) === undefined ? HOLDS : undefined;
    case "near":
      return findNear(find(node.left, at), find(node.right, at), node.words);
    case "and": {
      const found = node.parts.map((part) => find(part, at));
      return found.includes(undefined) ? undefined : together(found);
    }
    case "or": {
      const found = node.parts.map((part) => find(part, at));
      return found.every((one) => one === undefined) ? undefined : together(found);
    }
  }
}

function findTerm(term: RuleTerm, { text, numberOf }: Finding): RuleFound | undefined {
  const places = text
    .placesOf(numberOf(term))
    .filter(({ start }) => term.where === "anywhere" || start < text.titleEnd === (term.where === "title"));
  return places.length === 0 ? undefined : { places, weight: term.weight };
}

function together(found: readonly (RuleFound | undefined)[]): RuleFound {
  const all = found.filter((one) => one !== undefined);
  return {
    places: all.flatMap(({ places }) => places).sort(byPlace),
    weight: heaviest(all.map(({ weight }) => weight)),
  };
}

function heaviest(weights: readonly (number | undefined)[]): number | undefined {
  const known = weights.filter((weight) => weight !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
}

function byPlace(a: Place, b: Place): number {
  return a.start - b.start || a.end - b.end;
}

/** Each place of the left with the nearest ones of the right before and after it, when they are near enough. */
function findNear(left: RuleFound | undefined, right: RuleFound | undefined, words: number): RuleFound | undefined {
  if (left === undefined || right === undefined) return undefined;
  const places = left.places.flatMap((one) =>
    neighbours(one, right.places)
      .filter((other) => wordsApart(one, other) <= words)
      .map((other) => around(one, other)),
  );
  return places.length === 0
    ? undefined
    : { places: places.sort(byPlace), weight: heaviest([left.weight, right.weight]) };
}

/** The last place that ends before another one, and the first that begins after it. */
function neighbours(one: Place, places: readonly Place[]): Place[] {
  let before = firstFrom(places, one.from) - 1;
  while (before >= 0 && (places[before]?.to ?? 0) > one.from) before--;
  return [places[before], places[firstFrom(places, one.to)]].filter((place) => place !== undefined);
}

/** Where the places begin that start at a word or after it. */
function firstFrom(places: readonly Place[], word: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.from ?? 0) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordsApart(a: Place, b: Place): number {
  return Math.max(a.from, b.from) - Math.min(a.to, b.to) + 1;
}

function around(a: Place, b: Place): Place {
  const [first, last] = [a.start <= b.start ? a : b, a.end >= b.end ? a : b];
  return { start: first.start, end: last.end, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}
