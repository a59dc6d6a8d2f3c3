import type { Span } from "../../model/article.ts";
import type { ActorMention } from "../../model/findings.ts";
import type { Clause } from "../reading/clauses.ts";
import { beginsWithVerb } from "../reading/full-sentence.ts";

/** The sentence that a clause is part of, and all actors of the text. */
type Around = { readonly sentence: Span; readonly actors: readonly ActorMention[] };

const PRONOUN = /^(?:(?:and|but|that)\s+)?(he|she|it|they)\s/i;

/** Whom a clause is about that says only "he", or goes on after "and" with a verb. */
export function subjectOfClause(text: string, told: Clause, around: Around): ActorMention | undefined {
  const pronoun = PRONOUN.exec(text.slice(told.start, told.end))?.[1]?.toLowerCase();
  return pronoun === undefined ? lostSubject(text, told, around) : meantBy(text, pronoun, { ...around, told });
}

/** How far before a sentence its "he" may have been named. */
const REACH = 400;
/** What only persons, bodies and countries do: "it" before these is no treaty. */
const ACTS =
  /^(?:(?:and|but|that)\s+)?(?:it|they)\s(?:(?:has|have|had|also|later|then)\s){0,2}(?:said|says|denied|denies|accused|accuses|blamed|blames|named|called|calls|urged|closed|warned|announced|rejected|added|launched|ordered|offered|asked|demanded|condemned|rules|ruled|linked|told|vowed|threatened|summoned|expelled|suspended|banned|halted|deployed|recalled|invited|promised|summons)\b/i;

/** The person that began one of the sentences before; for "it" and "they" the body or country that began the one before. */
function meantBy(
  text: string,
  pronoun: string,
  { actors, told, sentence }: Around & { readonly told: Clause },
): ActorMention | undefined {
  const isPerson = pronoun === "he" || pronoun === "she";
  if (!isPerson && !ACTS.test(text.slice(told.start, told.end))) return undefined;
  // "The senator Ola Brand was shot; he died": nearer than who began a sentence before.
  const near = actors.filter(
    ({ start, end, kind }) => isPerson && kind === "person" && start >= sentence.start && end <= told.start,
  );
  const persons = new Set(near.map(({ name }) => name));
  if (persons.size === 1) return near[0];
  const subjects = actors.filter(
    ({ start, end }) =>
      end <= told.start &&
      told.start - start < REACH &&
      BEGINS.test(text.slice(Math.max(0, start - 40), start)) &&
      !/^['’]s\b/.test(text.slice(end, end + 3)),
  );
  const last = isPerson ? subjects.findLast(({ kind }) => kind === "person") : subjects.at(-1);
  if (last === undefined || (!isPerson && last.kind === "person")) return undefined;
  // "It" never reaches back over a sentence with another subject.
  return isPerson || !/[.!?]["”’]?\s+\p{Lu}.*[.!?]["”’]?\s/su.test(text.slice(last.end, sentence.start))
    ? last
    : undefined;
}

/** What may stand between the beginning of a sentence and the name that is its subject: a title or an article. */
const BEGINS = /(?:^|[.!?”"]\s|\n|\s[–—-]\s)(?:The\s)?(?:\p{Lu}[\p{L}.]*\s){0,4}$/u;

/** The actor that begins the sentence, where a clause goes on with "and" and a verb of the same subject. */
function lostSubject(text: string, clause: Clause, { actors, sentence }: Around): ActorMention | undefined {
  const words = text.slice(clause.start, clause.end);
  const goesOn = /^(?:and|but)\s+\p{Ll}+(?:ed|s|\s)/u.test(words) || beginsWithVerb(words);
  if (clause.opener !== "joined" || !goesOn) return undefined;
  if (/^(?:and|but)\s+(?:we|i|you|the|that|this|his|her|its|their|an?)\s/i.test(words)) return undefined;
  const first = actors.find(({ start }) => start >= sentence.start);
  if (first === undefined || first.start >= clause.start) return undefined;
  return BEGINS.test(text.slice(Math.max(0, first.start - 40), first.start)) ? first : undefined;
}
