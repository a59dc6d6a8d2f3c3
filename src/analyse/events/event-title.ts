import type { Span } from "../../model/article.ts";
import { beginsWithVerb, standsAlone, subjectOf } from "../reading/full-sentence.ts";

const MAX_TITLE = 90;
const JOINERS =
  /^(?:["“‘'(\s]*)(?:and|but|or|so|while|as|that|following|followed(?= (?:the|an?|last))|after|before|amid|where|when|with|since(?! (?:early |late |mid-)?(?:\d|last|jan|feb|mar|apr|may\b|jun|jul|aug|sep|oct|nov|dec))|because|although|though)\s+(?=\S)/iu;
const RELATIVE =
  /^(?:(?:and|but)\s+)?(?:(?:(?:in |during |at )?which|who|whose|whom)\s|an? (?:claim|charge|accusation|allegation|report)s?\s(?:\S+\s){1,5}(?:den|reject|dismiss))/i;
/** What cannot begin a sentence that a reader meets alone. */
const NO_SUBJECT =
  /^(?:["“‘'(\s]*)(?:(?:to|on|in|at|by|of|for|from|with|into|before|until|also|then|later|not)\s|\p{Ll}+ing\s)/u;
/** "shelling killed nine": the act is the subject. */
const ACT_IS_SUBJECT =
  /^\p{Ll}+ing\s(?:in\s\S+\s|near\s\S+\s)?(?:killed|wounded|injured|left|hit|struck|was|were|had|has|have|began|broke|erupted|damaged|destroyed|continued|forced|displaced)\s/u;
/** The people whom "who" means, when no comma stands between: "the men who fled". */
const ANTECEDENT =
  /(?:\b(?:the|those|these|an?|several|some|many|most|all|\d+)\s)(?:[\p{L}’'-]+\s){0,3}[\p{L}’'-]+\s$/iu;
const PRONOUN = /^(?:He|She|It|They|he|she|it|they)(?=\s)/;

/** "The fire began shortly", "a week": what follows has to be read with it. */
const DANGLING =
  /(?<!\b(?:for|in|within|lasted|than|by|to|after|of))[\s,](?:shortly|soon|just|long|immediately|(?:about|some|nearly|almost|more than|less than)?\s?(?:an?|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few) (?:minutes?|hours?|days?|weeks?|months?|years?)(?: later)?)$/i;
/** "a night of talks mediated by envoys" has a participle and no verb. */
const NOUN_PHRASE = /^(?:an?|the)\s(?:\S+\s){1,4}\p{Ll}+ed by\s(?!.*\b(?:was|were|is|are|had|has|have)\b)/u;

/** "the April 22 attack near the mill": an event by its noun, where the sentence is too long. */
const NAMES_EVENT = /^(?:(?:the|an?|its|their|his|her|this|that)\s|\p{Lu}[\p{L}’'-]+\s)(?:\S+\s){1,}/u;

/** Where the words of an event stand. */
export type Titled = {
  readonly clause: Span;
  readonly sentence: Span;
  /** Who "he", "it" or a clause without a subject means, when that is known. */
  readonly subject: string | undefined;
  /** Where the word stands that tells the event. */
  readonly at: number;
};

/**
 * What happened in words of the text, at most 90 characters, so that it can be read alone: the clause when it is whole,
 * with its subject given back ("Pakistan … launched an operation", "[Mila Tarn] denied it"), else the sentence.
 */
export function eventTitle(text: string, titled: Titled): string {
  const title = wholeTitle(text, titled);
  const word = /^[\p{L}\d-]+/u.exec(text.slice(titled.at))?.[0] ?? "";
  if (title.includes(word)) return title;
  // What was cut away is what happened: then its own words are better than the beginning of the sentence.
  const before = text.slice(titled.clause.start, titled.at);
  const noun = SAID_THAT.exec(before)?.[1] ?? LAST_NOUN.exec(before)?.[0];
  if (noun === undefined) return title;
  const part = tidy(`${noun}${text.slice(titled.at, titled.clause.end)}`).replace(DANGLING, "");
  // "the April 22 attack" can be placed by itself, "the fighting" cannot.
  if (standsAlone(part) || NAMED.test(part)) return cutTitle(part);
  return withSpeaker(tidy(text.slice(titled.sentence.start, titled.sentence.end)), part);
}

/** What was said, up to the word that tells: "soldiers guarding the site had " of "told a radio station that soldiers guarding the site had fired". */
const SAID_THAT = /\b(?:said|says|told|claimed|announced|added|warned|stated|reported)\b[^,;]*?\bthat\s([^,;]*)$/u;
const NAMED = /^the\s(?:\S+\s){0,3}\p{Lu}\p{Ll}|\p{Lu}\p{Ll}{2,}\.?\s\d{1,2}\b|\b\d{1,2}\s\p{Lu}\p{Ll}{2,}/u;
const SAYS = /^\s*(?:said|says|told|warned|claimed|claims|announced|added|confirmed|stated|reported)\b/;

/** "The prime minister said … a strike within 36 hours": who tells it, then the words that tell it. */
function withSpeaker(sentence: string, part: string): string {
  const subject = subjectOf(sentence);
  if (subject === undefined || sentence.indexOf(part) < subject.length) return cutTitle(sentence);
  const verb = SAYS.exec(sentence.slice(subject.length))?.[0];
  if (verb === undefined) return cutTitle(sentence);
  const head = `${subject}${verb} …`;
  const room = MAX_TITLE - [...head].length - 1;
  return room < 20 ? cutTitle(sentence) : `${head} ${[...part].length <= room ? part : cutAt(part, room)}`;
}

/** From the last article on: "the " of "the deadly attack". */
const LAST_NOUN = /\b(?:the|an?|its|their|his|her)\s(?:[\p{L}\d’'-]+\s){0,3}$/iu;

function wholeTitle(text: string, { clause, sentence, subject }: Titled): string {
  const whole = tidy(text.slice(sentence.start, sentence.end));
  const words = tidy(text.slice(clause.start, clause.end).replace(JOINERS, ""));
  const antecedent = ANTECEDENT.exec(text.slice(sentence.start, clause.start))?.[0];
  if (RELATIVE.test(words) && antecedent !== undefined) return cutTitle(tidy(`${antecedent}${words}`));
  const before = tidy(text.slice(sentence.start, clause.start));
  if (RELATIVE.test(words))
    return withHead(/\b(?:den|reject|dismiss)/.test(words) ? before : (lastThing(before) ?? before), words);
  if (PRONOUN.test(words) && subject === undefined && [...whole].length <= MAX_TITLE) return whole;
  if (PRONOUN.test(words)) return cutTitle(subject === undefined ? words : words.replace(PRONOUN, `[${subject}]`));
  const lacksSubject = beginsWithVerb(words) || (NO_SUBJECT.test(words) && !ACT_IS_SUBJECT.test(words));
  const tells = standsAlone(words) && !NOUN_PHRASE.test(words);
  if (tells && !lacksSubject && !DANGLING.test(words)) return cutTitle(words);
  if (!tells && PRONOUN.test(whole) && NAMES_EVENT.test(words)) return cutTitle(words);
  if ([...whole].length <= MAX_TITLE) return whole;
  if (!tells && NAMES_EVENT.test(words)) return cutTitle(words);
  const from = subject ?? subjectOf(whole);
  return tells && lacksSubject && from !== undefined ? cutTitle(`${from} … ${words}`) : cutTitle(whole);
}

/** What stands last and a relative clause is about: "the Security Council" of "called for a session of the Security Council". */
function lastThing(head: string): string | undefined {
  const from = [...head.matchAll(/(?<![\p{L}-])(?:the|an?|its|their|his|her|this|some|several|\d[\d.,]*)\s/giu)].at(
    -1,
  )?.index;
  const thing =
    /(?:^|\s)((?:\p{Lu}[\p{L}.'’-]+\s){1,5}\p{Lu}[\p{L}.'’-]+)$/u.exec(head)?.[1] ??
    /(?:^|[,;]\s|\b(?:and|in|to|from|by|with|for)\s)(\p{Lu}[\p{L}'’-]+)$/u.exec(head)?.[1] ??
    head.slice(from ?? head.length);
  const isShort = thing.split(" ").length <= 7 && !/[,;:]/.test(thing) && !standsAlone(thing);
  return thing !== "" && isShort ? `${thing.charAt(0).toUpperCase()}${thing.slice(1)}` : undefined;
}

function tidy(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/[\s,;:–—-]+$/, "")
    .replace(/(?<=[\p{L}\p{N}"”’)])\.$/u, "")
    .trim();
}

/** "India accuses Pakistan of …, which Pakistan denies": the end matters, so the beginning is shortened. */
function withHead(head: string, tail: string): string {
  const room = MAX_TITLE - [...tail].length - 2;
  if (room < 20) return cutTitle(`${head}, ${tail}`);
  return `${[...head].length <= room ? head : cutAt(head, room)}, ${tail}`;
}

/** "The minister said late on Friday that …": what was said matters more than when and to whom. */
const REPORT =
  /^(.+?\b(?:said|says|denied|denies|claimed|claims|announced|confirmed|told|added|warned|stated))(?:,?\s(?:late|early|again|also|on|in|at|to|of|all|an?|the|his|her|its|television|radio|interview|statement|address|speech|briefing|post|news|conference|reporters|journalists|leaders|parties|parliament|\p{L}+day|morning|evening|night|afternoon))+,?\s(that\s.+)$/u;

function cutTitle(words: string): string {
  if ([...words].length <= MAX_TITLE) return words;
  const shorter = words.replace(REPORT, "$1 … $2");
  return [...shorter].length <= MAX_TITLE ? shorter : cutAt(shorter, MAX_TITLE);
}

/** Where a reader can stop: before a mark or a word that opens a further clause. */
const BREAK = /,?\s(?=(?:and|but|which|who|when|while|as|after|before|because)\s)|[,;:]\s|\s[–—-]\s/g;

/** At most `limit` characters, ending at a clause where one ends late enough, else at a word, with "…" for what is left out. */
function cutAt(words: string, limit: number): string {
  const kept = [...words].slice(0, limit - 1).join("");
  const breaks = [...kept.matchAll(BREAK)].map((hit) => hit.index).filter((at) => at > limit * 0.6);
  const space = kept.lastIndexOf(" ");
  const end = breaks.at(-1) ?? (space > limit / 2 ? space : kept.length);
  return `${kept
    .slice(0, end)
    .replace(DANGLING, "")
    .replace(/[\s,;:–—-]+$/, "")}…`;
}
