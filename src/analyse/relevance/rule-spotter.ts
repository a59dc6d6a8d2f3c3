import type { Article } from "../../model/article.ts";
import type { Findings } from "../../model/findings.ts";
import type { Term } from "../../model/watch.ts";
import { fold } from "../../text/fold.ts";
import type { PhraseBook } from "../../text/phrases/phrase-book.ts";
import type { PhraseHit } from "../../text/phrases/phrases.ts";
import { type ItemField, isRule } from "../../text/phrases/rule.ts";
import { type CompiledRule, compileRule, type Place, type RuleText } from "../../text/phrases/rule-match.ts";
import { parseRule } from "../../text/phrases/rule-parser.ts";
import type { Sighting } from "../names/sightings.ts";

/** What a rule may ask about an item, beside its text. */
export type AboutItem = {
  readonly article: Article;
  readonly findings: Findings;
  /** Whether keywords of that topic stand in the text. */
  readonly touches: (topic: string) => boolean;
};

export type RuleSpotter = (text: string, about: AboutItem) => Sighting[];

type Wanted = { readonly term: Term; readonly rule: CompiledRule };

/** The rule of a term; undefined when it is a plain keyword, or cannot be read. */
export function ruleOf(term: Term, book: PhraseBook): CompiledRule | undefined {
  if (!isRule(term.phrase)) return undefined;
  const parsed = parseRule(term.phrase);
  return parsed.kind === "rule" ? compileRule(parsed.root, book) : undefined;
}

/** How many texts are read before the anchors are chosen anew, and how many times as many each time after. */
const FIRST_LOOK = 100;
const LOOK_GROWTH = 10;

function byAnchors(rules: readonly Wanted[]): Map<number, Wanted[]> {
  const byAnchor = new Map<number, Wanted[]>();
  for (const wanted of rules)
    for (const anchor of wanted.rule.anchors()) {
      const known = byAnchor.get(anchor);
      if (known === undefined) byAnchor.set(anchor, [wanted]);
      else known.push(wanted);
    }
  return byAnchor;
}

/** Tries only those rules on a text of which an anchor stands in it. Which words are rare is learned from the texts. */
export function ruleSpotter(terms: readonly Term[], book: PhraseBook): RuleSpotter {
  const rules = terms.flatMap((term): Wanted[] => {
    const rule = ruleOf(term, book);
    return rule === undefined ? [] : [{ term, rule }];
  });
  let anchored = byAnchors(rules);
  let texts = 0;
  let look = FIRST_LOOK;
  return (text, about) => {
    if (rules.length === 0) return [];
    if (++texts === look) {
      anchored = byAnchors(rules);
      look *= LOOK_GROWTH;
    }
    const hits = book.hits(text);
    const wanted = new Set(hits.flatMap(({ phrase }) => anchored.get(phrase) ?? []));
    if (wanted.size === 0) return [];
    const seen = ruleText({ text, hits, about });
    return [...wanted].flatMap(({ term, rule }) => sightingOf(term, rule, seen));
  };
}

function sightingOf({ phrase, weight }: Term, rule: CompiledRule, text: RuleText): Sighting[] {
  const found = rule.find(text);
  const place = found?.places.find(({ start }) => start >= text.titleEnd) ?? found?.places[0];
  if (found === undefined || place === undefined) return [];
  const { start, end } = place;
  return [{ start, end, key: phrase, what: `rule ${phrase}`, points: found.weight ?? weight }];
}

const NOWHERE: readonly Place[] = [];

function ruleText(of: { text: string; hits: readonly PhraseHit[]; about: AboutItem }): RuleText {
  const places = new Map<number, Place[]>();
  for (const hit of of.hits) {
    const known = places.get(hit.phrase);
    if (known === undefined) places.set(hit.phrase, [hit]);
    else known.push(hit);
  }
  return {
    placesOf: (phrase) => places.get(phrase) ?? NOWHERE,
    titleEnd: of.text.indexOf("\n"),
    has: (field, value) => has(of.about, field, value),
  };
}

function has({ article, findings, touches }: AboutItem, field: ItemField, value: string): boolean {
  switch (field) {
    case "source":
      return holdsWords(article.source ?? "", value);
    case "lang":
      return (article.language ?? "").toLowerCase().split("-")[0] === value.toLowerCase().split("-")[0];
    case "topic":
      return touches(value.toLowerCase());
    case "actor":
    case "place":
      return findings.actors.some(
        ({ kind, actor, name }) =>
          (kind === "place") === (field === "place") && (actor === value.toLowerCase() || holdsWords(name, value)),
      );
  }
}

function holdsWords(text: string, words: string): boolean {
  return ` ${fold(text)} `.includes(` ${fold(words)} `);
}
