import type { Span } from "../../model/article.ts";
import type { Watch } from "../../model/watch.ts";
import { fold } from "../../text/fold.ts";
import { skeleton } from "../../text/names/skeleton.ts";
import { createPhraseIndex } from "../../text/phrases/phrases.ts";
import { type Token, tokenize } from "../../text/tokens.ts";

/** A spelling that was read and may be a name of the watch. */
export type SpellingProposal = {
  readonly spelling: string;
  /** The name that it may stand for, and its id in the watch. */
  readonly name: string;
  readonly id: string;
  /** In how many texts it stands, and where first. */
  readonly texts: number;
  readonly first: string;
};

/** A name is at most this many words long: "Bunyan-un-Marsoos" has three. */
const MAX_WORDS = 5;

/** The names of a watch by their consonants. */
function namesBySkeleton(watch: Watch): Map<string, { readonly id: string; readonly name: string }> {
  const names = new Map<string, { id: string; name: string }>();
  for (const { id, name, names: spellings } of [...watch.actors, ...watch.events])
    for (const spelling of [name, ...spellings]) {
      const key = skeleton(spelling);
      if (key !== undefined && !names.has(key)) names.set(key, { id, name });
    }
  return names;
}

/** The name of the watch that has the consonants of a spelling. */
export function nameBySkeleton(
  watch: Watch,
  spelling: string,
): { readonly id: string; readonly name: string } | undefined {
  return namesBySkeleton(watch).get(skeleton(spelling) ?? "");
}

/** Runs of two to five words of which the first and the last are written as names are. */
function runs(text: string, tokens: readonly Token[]): Span[] {
  const isName = (token: Token | undefined) => token !== undefined && /^\p{Lu}/u.test(text.slice(token.start));
  const joins = (left: Token | undefined, right: Token) => /^[ \-‐‑–'’]$/u.test(text.slice(left?.end, right.start));
  return tokens.flatMap((first, at) => {
    if (!isName(first)) return [];
    const found: Span[] = [];
    for (let next = at + 1; next < Math.min(tokens.length, at + MAX_WORDS); next++) {
      const token = tokens[next];
      if (token === undefined || !joins(tokens[next - 1], token)) break;
      if (isName(token)) found.push({ start: first.start, end: token.end });
    }
    return found;
  });
}

/**
 * Spellings in texts that have the consonants of a name of the watch and are none of its spellings yet, the most
 * frequent first. They are for a manager to judge; nothing is matched by them.
 */
export function proposeSpellings(
  watch: Watch,
  texts: readonly { readonly id: string; readonly text: string }[],
): SpellingProposal[] {
  const names = namesBySkeleton(watch);
  const spellings = [...watch.actors, ...watch.events].flatMap(({ name, names: all }) => [name, ...all]);
  const known = createPhraseIndex(spellings.map((text) => ({ text, exact: true })));
  const proposals = new Map<string, SpellingProposal>();
  for (const { id: first, text } of texts) {
    const hits = known.findAll(text);
    const seen = new Set<string>();
    for (const { start, end } of runs(text, tokenize(text))) {
      const spelling = text.slice(start, end);
      const name = names.get(skeleton(spelling) ?? "");
      if (name === undefined || hits.some((hit) => hit.start < end && hit.end > start)) continue;
      seen.add(fold(spelling));
      const key = fold(spelling);
      if (!proposals.has(key)) proposals.set(key, { spelling, ...name, texts: 0, first });
    }
    for (const key of seen) {
      const proposal = proposals.get(key);
      if (proposal !== undefined) proposals.set(key, { ...proposal, texts: proposal.texts + 1 });
    }
  }
  return [...proposals.values()].sort((a, b) => b.texts - a.texts || a.spelling.localeCompare(b.spelling));
}
