import type { Article } from "../../model/article.ts";
import type { Findings, Match } from "../../model/findings.ts";
import type { Term, Watch } from "../../model/watch.ts";
import { lend, type PhraseBook } from "../../text/phrases/phrase-book.ts";
import type { Judge } from "../analyser.ts";
import { leadOf } from "../reading/lead.ts";
import { createMatcher } from "./match.ts";
import { ruleOf } from "./rule-spotter.ts";
import { everydayLike, type WatchWords } from "./watch-words.ts";

type Parts = { readonly book: PhraseBook; readonly words: WatchWords };
type Matcher = (article: Article, findings: Findings) => Match;

/** What phrases stand in an article, kept as long as the article is. */
export type HitsOf = (article: Article) => ReadonlySet<number>;

/** Makes the keeper of hits over a book. */
export function createHitsOf(book: PhraseBook): HitsOf {
  const known = new WeakMap<Article, { readonly version: number; readonly hits: ReadonlySet<number> }>();
  return (article) => {
    const found = known.get(article);
    if (found?.version === book.version) return found.hits;
    const hits = new Set(book.hits(leadOf(article).text).map(({ phrase }) => phrase));
    known.set(article, { version: book.version, hits });
    return hits;
  };
}

/** Keeps what was made of an article as long as the article is kept. */
export function remembering(match: Matcher): Matcher {
  const known = new WeakMap<Article, { readonly findings: Findings; readonly match: Match }>();
  return (article, findings) => {
    const found = known.get(article);
    if (found?.findings === findings) return found.match;
    const made = match(article, findings);
    known.set(article, { findings, match: made });
    return made;
  };
}

function allTerms(watch: Watch): Map<Term, Term> {
  const terms = [...watch.topics.flatMap((topic) => topic.terms), ...watch.negatives];
  return new Map(terms.map((term) => [term, term]));
}

type Named = { readonly names: readonly string[] };

/** The names that `after` has more than `before`; undefined when they differ in anything else. */
function moreNames(before: readonly Named[], after: readonly Named[]): string[] | undefined {
  if (before === after) return [];
  const rest = (all: readonly Named[]) => JSON.stringify(all.map((one) => ({ ...one, names: [] })));
  if (rest(before) !== rest(after)) return undefined;
  const known = before.map(({ names }) => new Set(names));
  const isGrown = after.every(({ names }, at) => known[at]?.isSubsetOf(new Set(names)) === true);
  return isGrown ? after.flatMap(({ names }, at) => names.filter((name) => known[at]?.has(name) === false)) : undefined;
}

type Difference = { readonly terms: readonly Term[]; readonly names: readonly string[] };

/** The terms that only one of two forms of a watch has, and the edited one's new names; undefined when they differ in more. */
function difference(base: Watch, edited: Watch): Difference | undefined {
  if (base.threshold !== edited.threshold || base.require !== edited.require) return undefined;
  const [actors, events] = [moreNames(base.actors, edited.actors), moreNames(base.events, edited.events)];
  if (actors === undefined || events === undefined) return undefined;
  const [before, after] = [allTerms(base), allTerms(edited)];
  const terms = [...before.keys(), ...after.keys()].filter((term) => before.has(term) !== after.has(term));
  return { terms, names: [...actors, ...events] };
}

/** The phrases one of which stands wherever the difference changes a verdict. */
function touchedBy({ terms, names }: Difference, lent: PhraseBook): number[] {
  const ofTerms = terms
    .flatMap((term) => [term, ...everydayLike(term)])
    .flatMap((term) => ruleOf(term, lent)?.anchors() ?? [lent.hold({ text: term.phrase, exact: term.exact })]);
  return [...ofTerms, ...names.map((text) => lent.hold({ text, exact: false }))];
}

/**
 * The judge of a watch as one server changed it. Where none of the words stands that the change is about, the verdict
 * is the one of the watch itself, so a thousand servers with an edit each cost little more than one without.
 */
export function judgeEdited(
  { base, edited, baseMatch }: { readonly base: Watch; readonly edited: Watch; readonly baseMatch: Matcher },
  { book, words, hitsOf }: Parts & { readonly hitsOf: HitsOf },
): Judge {
  const lent = lend(book);
  const changed = difference(base, edited);
  const touched = changed && touchedBy(changed, lent);
  let own: Matcher | undefined;
  return {
    match: (article, findings) => {
      const hits = hitsOf(article);
      if (touched !== undefined && !touched.some((number) => hits.has(number))) return baseMatch(article, findings);
      own ??= remembering(createMatcher(edited, words.ofEdited(edited, lent)));
      return own(article, findings);
    },
    release: lent.releaseAll,
  };
}
