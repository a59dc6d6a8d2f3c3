import type { Span } from "../model/article.ts";

export type Tense = "past" | "present" | "future";

const MODALS = new Set("will would shall should could may might can wo ll cannot must".split(" "));
/** Future when "to" or "for" follows: "is due to", "slated for". */
const BEFORE_TO = new Set(
  (
    "scheduled expected due slated set going planned poised supposed plan plans planning expects expect hopes hope " +
    "wants want intends intend aims aim agreed ordered prepares preparing vowed promised pledged needs need " +
    "threatened ready"
  ).split(" "),
);
/** With "for" they are nouns: "dropped plans for a trip". */
const PLAN_NOUNS = new Set("plan plans need needs hope".split(" "));
/** Future when something "is" so: "is due Friday", "are payable in June". */
const AFTER_IS = new Set("scheduled expected due slated set planned called awaited anticipated".split(" "));
/** "planned a march for Saturday": what is planned lies ahead of the planning. */
const PLANS = new Set("planned plans planning scheduled".split(" "));
const ARTICLES = new Set("a an another more new".split(" "));
const IS = new Set("is are be being now been 's're".split(" "));
/** Verbs that look ahead whatever follows: "expects its first landing on Friday"; "they meet on Friday" is fixed. */
const LOOKS_AHEAD = new Set(
  (
    "meet meets begin begins resume resumes convene convenes expire expires expects expect awaits await anticipates " +
    "anticipate payable scheduled schedules postponed starts opens ends lapses returns departs arrives travels upcoming " +
    "forthcoming"
  ).split(" "),
);
const TO_BE = new Set("is are was were".split(" "));
/** "when the case is heard in May": after these the present tense looks ahead. */
const CONDITIONS = new Set("when once if unless until".split(" "));
const IS_NOW = new Set("is are".split(" "));
/** How many words may stand between a condition and its verb. */
const CLAUSE = 5;
const PRESENT = new Set(
  (
    "is are am has have do does says say said's plans remains remain continues continue calls urges warns faces " +
    "visits launches kills"
  ).split(" "),
);
const IRREGULAR_PAST = new Set(
  (
    "was were had did said told came went took made gave got saw knew found left held kept began met sent ran won " +
    "lost led brought thought bought fought caught taught sold stood understood spoke broke chose drove wrote rose " +
    "fell grew threw drew flew hit shot struck swept blew became withdrew forbade spent built felt meant heard paid " +
    "sank sought shook woke tore wore swore hung dug fled bled laid been born slain fired burst"
  ).split(" "),
);
/** Verbs that have one form for all tenses: "and set Friday as the deadline". */
const SAME_IN_PAST = new Set("set put cut quit shut spread".split(" "));
const SUBJECTS = new Set("and he she it who which then but".split(" "));
/** Words in -ed that are no past verb, or stand before a noun as adjectives. */
const NOT_PAST = new Set(
  (
    "need indeed speed hundred red armed naked wicked sacred seed feed deed greed breed weed reed shed bed bred sled " +
    "embed exceed proceed succeed so-called unprecedented united divided"
  ).split(" "),
);
const LONGEST_LOOK = 25;

function cueAt(words: readonly string[], at: number): Tense | undefined {
  const [word = "", next, before = ""] = [words[at], words[at + 1], words[at - 1]?.toLowerCase()];
  if (word === "May") return undefined;
  const lower = word.toLowerCase();
  if (MODALS.has(lower)) return "future";
  // "had been due to expire" tells of a plan that is over.
  if (before === "been" && words[at - 2]?.toLowerCase() === "had") return "past";
  if (BEFORE_TO.has(lower) && (next === "to" || (next === "for" && !PLAN_NOUNS.has(lower)))) return "future";
  if (PLANS.has(lower) && ARTICLES.has(next ?? "")) return "future";
  if (AFTER_IS.has(lower) && IS.has(before)) return "future";
  // "would be held", "is being held": the tense is that of the verb before.
  if (before === "be" || before === "being")
    return words.slice(Math.max(0, at - 4), at).includes("could") ? "past" : undefined;
  // Of one person or country the present would be "sets".
  if (SAME_IN_PAST.has(lower) && (SUBJECTS.has(before) || /^\p{Lu}.*[^s]$/u.test(words[at - 1] ?? ""))) return "past";
  // An infinitive has the tense of the verb that it hangs on.
  if (LOOKS_AHEAD.has(lower) && before !== "to") return "future";
  if (TO_BE.has(lower) && next === "to") return "future";
  if (IS_NOW.has(lower) && words.slice(Math.max(0, at - CLAUSE), at).some((one) => CONDITIONS.has(one.toLowerCase())))
    return "future";
  // "is heard": the participle has the tense of the verb before.
  if (IS_NOW.has(before)) return undefined;
  if (IRREGULAR_PAST.has(lower)) return "past";
  if (lower.length > 3 && lower.endsWith("ed") && !NOT_PAST.has(lower)) return "past";
  return PRESENT.has(lower) ? "present" : undefined;
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}-]+/gu) ?? [];
}

/** A day that something is set for, lasts until or comes as soon as lies ahead, unless all of it is told as over. */
const SET_FOR = /\b(?:for|as (?:soon|early|late) as|no later than)\s+(?:early\s+|late\s+)?$/i;
const UNTIL = /\b(?:until|till)\s+(?:early\s+|late\s+)?$/i;
/** "elections due in May": what is due lies ahead, unless it was. */
const DUE =
  /(?<!\b(?:was|were|been|had|originally|initially)\s)\b(?:(?:due|scheduled|slated|planned|expected|anticipated)\s+(?:for|in|on|by|at)|set\s+for)\s+(?:early\s+|late\s+|mid-)?$/i;
const VOTE = "(?:elections?|polls?|votes?|referendums?|ballots?|run-?offs?|primar(?:y|ies)|census)";
const MEETING = "(?:talks|summits?|meetings?|trials?|hearings?|conferences?|visits?|ceremon(?:y|ies)|deadlines?)";
/** "ahead of talks on Monday": what something precedes is still to come. */
const AHEAD_OF = new RegExp(
  `\\b(?:ahead of|in the run-?up to|before|prepar\\w+ for|deadline of|deadline for)\\s+(?:[\\p{L}’'-]+\\s+){0,4}?(?:${VOTE}|${MEETING}|deadline of|deadline)\\s+(?:on|in|for|by)\\s+$`,
  "iu",
);
/** "calls early elections in May", "demands a vote on June 8": votes are spoken of before they come. */
const VOTE_CALLED = new RegExp(
  `\\b(?:(?:call|demand|announc|seek|want|promis|pledg|propos|agree|schedul|plan|urg|push|sought|back|favou?r|prefer|bring)\\w*\\s+(?:[\\p{L}’'-]+\\s+){0,5}?|(?:early|snap|fresh|new)\\s+(?:[\\p{L}-]+\\s+)?)${VOTE}\\s+(?:on|in|for|by)\\s+$`,
  "iu",
);
/** Votes that are told of afterwards. */
const VOTE_OVER =
  /\b(?:w[io]ns?|winning|los[te]s?|losing|held|after|since|following|disputed|rigged|swept|annulled|boycotted|monitored|observed|defeat\w*|victory|results? of|took part|stood|ran)\b[^,;.]*$/i;
const DEADLINE_IS = /\bdeadline\s+(?:is|falls|expires|ends|set\s+for)\s+(?:on\s+|at\s+)?$/i;
const TO_THE_POLLS = /\b(?:goes|go|heads?) to the polls\s+(?:on|in)\s+$/i;
/** "declared three days of mourning from Sunday": what is announced begins later. */
const BEGINS =
  /\b(?:declar|announc|proclaim)(?:e[sd]?|ing|s|ed)?\s(?:[\p{L}\d’'-]+\s){1,8}(?:from|starting|beginning|effective(?:\sfrom)?)\s(?:on\s)?$/iu;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)/i;

/** What the nouns and participles right before an expression tell of its time. */
function byPlan(before: string, named: string): Tense | undefined {
  if (BEGINS.test(before) || DUE.test(before) || TO_THE_POLLS.test(before) || DEADLINE_IS.test(before)) return "future";
  const near = before.slice(-120);
  if (VOTE_OVER.test(near)) return undefined;
  if (AHEAD_OF.test(near)) return "future";
  return !WEEKDAY.test(named) && VOTE_CALLED.test(near) ? "future" : undefined;
}

const WAS_OVER = new Set("was were lasted remained stayed continued went had did waited kept".split(" "));

function byPreposition(before: string, words: readonly string[], named: string): Tense | undefined {
  // A day or month, which has a capital: profits "for the fourth quarter" are past.
  if (SET_FOR.test(before) && /^(?:\d{1,2}(?:st|nd|rd|th)?\s)?\p{Lu}/u.test(named)) return "future";
  return UNTIL.test(before) && !words.some((word) => WAS_OVER.has(word.toLowerCase())) ? "future" : undefined;
}

/** "faces a June 30 deadline", "is running in the May election": what is spoken of in the present tense comes. */
const COMES = new RegExp(`^(?:['’]s)?\\s(?:[\\p{L}-]+\\s)?(?:deadline|${VOTE})\\b`, "iu");

/**
 * The tense that an expression stands in: that of the nearest verb to its left in the sentence, else of the first one
 * to its right; past when there is none, for news tells what happened.
 */
export function tenseAt(text: string, expression: Span, sentence: Span): Tense {
  const before = text.slice(Math.max(sentence.start, expression.start - 400), expression.start);
  const left = wordsOf(before);
  const named = text.slice(expression.start, expression.end);
  const around =
    left.length > 2 ? left : wordsOf(text.slice(sentence.start, Math.min(sentence.end, expression.end + 60)));
  const told = byPreposition(before, around, named) ?? byPlan(before, named);
  if (told) return told;
  for (let at = left.length - 1; at >= 0; at--) {
    const cue = cueAt(left, at);
    if (cue) return cue === "present" && COMES.test(text.slice(expression.end, expression.end + 24)) ? "future" : cue;
  }
  const right = wordsOf(text.slice(expression.end, Math.min(sentence.end, expression.end + 300)));
  for (let at = 0; at < Math.min(right.length, LONGEST_LOOK); at++) {
    const cue = cueAt(right, at);
    if (cue) return cue;
  }
  return "past";
}
