import type { Span } from "../../model/article.ts";
import type { EventType } from "../../model/findings.ts";
import { EVENT_NOUNS } from "./event-nouns.ts";
import { EVENT_VERBS, HARM_VERBS } from "./event-verbs.ts";
import type { EventWords } from "./event-words.ts";

/** A word that tells an event: what kind, and whether it is a verb, a verb of harm that leaves the kind open, or a noun. */
export type Trigger = Span & { readonly type: EventType; readonly form: "verb" | "harm" | "noun" };

type Matcher = Pick<Trigger, "type" | "form"> & { readonly pattern: RegExp };
type Rule = { readonly source: string; readonly beginnings: ReadonlySet<string>; readonly matcher: Matcher };

/** Regular endings: kill_ → kill, kills, killed, killing; accus_ → accuse, accuses, accused, accusing. */
const ENDINGS = "(?:e|es|s|ed|ing|ped|ping|med|ming|bed|bing|ged|ging|led|ling|ned|ning|ted|ting|red|ring|y|ies|ied)?";

/** The alternatives of a pattern, "|" inside brackets aside. */
function alternatives(source: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === "(") depth++;
    if (char === ")") depth--;
    if (char !== "|" || depth > 0) continue;
    found.push(source.slice(from, at));
    from = at + 1;
  }
  return [...found, source.slice(from)];
}

function closingBracket(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    if (source.charAt(at) === "(") depth++;
    if (source.charAt(at) === ")" && --depth === 0) return at;
  }
  return source.length;
}

/** The beginnings, of one or two letters, that a pattern may match: what the index is keyed by. */
function beginnings(source: string): string[] {
  if (!source.startsWith("(?:")) return [/^[a-z]{2}(?![?*])/i.exec(source)?.[0] ?? source.charAt(0)];
  const close = closingBracket(source);
  const isOptional = source.charAt(close + 1) === "?";
  const rest = source.slice(close + (isOptional ? 2 : 1));
  const inner = alternatives(source.slice(3, close)).flatMap((one) => beginnings(one + rest));
  return isOptional ? [...inner, ...beginnings(rest)] : inner;
}

/** The matchers of the words that begin alike; `any` tells most words of a text to be none of them. */
type Rules = { readonly any: RegExp; readonly matchers: readonly Matcher[] };

function patternOf(source: string): RegExp {
  return new RegExp(`(?:${source.replaceAll("_", ENDINGS)})(?!\\w)`, "iy");
}

function rulesOf(form: Trigger["form"], words: readonly EventWords[]): Rule[] {
  return words.flatMap(({ type, words: sources }) =>
    sources.flatMap(alternatives).map((source) => ({
      source,
      beginnings: new Set(beginnings(source).map((one) => one.toLowerCase())),
      matcher: { type, form, pattern: patternOf(source) },
    })),
  );
}

/** By the first two letters, or the first one where no word is known by two. */
function makeIndex(): ReadonlyMap<string, Rules> {
  const rules = [...rulesOf("verb", EVENT_VERBS), ...rulesOf("harm", HARM_VERBS), ...rulesOf("noun", EVENT_NOUNS)];
  const keys = new Set(rules.flatMap((rule) => [...rule.beginnings]));
  return new Map(
    [...keys].map((key) => {
      const own = rules.filter(({ beginnings: all }) => all.has(key) || all.has(key.charAt(0)));
      const any = patternOf(own.map(({ source }) => source).join("|"));
      return [key, { any, matchers: own.map(({ matcher }) => matcher) }];
    }),
  );
}

const INDEX = makeIndex();
const WORD = /(?<![\w-])[A-Za-z]\w*/g;

/** The first matcher that fits counts; `forms` are those that may stand there. */
function triggerAt(text: string, at: number, forms: readonly Trigger["form"][]): Omit<Trigger, "start"> | undefined {
  const key = text.slice(at, at + 2).toLowerCase();
  const rules = INDEX.get(key) ?? INDEX.get(key.charAt(0));
  if (rules === undefined) return undefined;
  rules.any.lastIndex = at;
  if (!rules.any.test(text)) return undefined;
  for (const { type, form, pattern } of rules.matchers) {
    pattern.lastIndex = at;
    if (forms.includes(form) && pattern.test(text)) return { type, form, end: pattern.lastIndex };
  }
  return undefined;
}

/** What stands before a noun: "the attack", "of protest", "deadly bombing", "Kabul blast". */
const BEFORE_NOUN =
  /(?:\b(?:the|an?|this|that|these|those|its|their|his|her|our|of|in|by|for|on|from|with|amid|after|during|following|new|deadly|more|further|possible|future|fears?|latest|recent|first|second|another|any|no|such|major|air|drone|suicide|terror|terrorist|militant|military|rebel|armed)|['’]s|\d)\s+$/i;
const NAME_BEFORE = /(?<![.!?]\s)(?<=\S\s)\p{Lu}[\p{L}’'-]+\s+$/u;

/** A verb's form where a noun must stand is the noun: "the attack", but "they attack" and "to attack". */
function formAt(text: string, at: number, word: string): Trigger["form"] {
  const before = text.slice(Math.max(0, at - 32), at);
  if (/^\p{Ll}+(?<!ed|s|ing)\s/u.test(word) && ARTICLE.test(before)) return "noun";
  // "Storm Ada", "Strike at the port": a sentence does not begin with a bare verb.
  if (/^\p{Lu}\p{Ll}+(?<!ed|ing)$/u.test(word)) return "noun";
  if (/(?:ed|\s\S+)$/.test(word)) return "verb";
  if (BEFORE_NOUN.test(before)) return "noun";
  return !/(?:s|ing)$/.test(word) && NAME_BEFORE.test(before) ? "noun" : "verb";
}

const ARTICLE = /\b(?:an?|the)\s$/i;
/** "photographs of freed soldiers", "the bombed base": said of a thing, and no act. */
const OF_THING = /\b(?:of|an?|with|for|its|their|his|her|these|those)\s$/i;
/** "out of order", "in order to". */
const NO_ORDER = /\b(?:out of|in|law and|public|working)\s$/i;

function isNoAct(text: string, at: number, { form, end }: Omit<Trigger, "start">): boolean {
  const [before, word] = [text.slice(Math.max(0, at - 16), at), text.slice(at, end)];
  if (form === "harm") return THE.test(before);
  if (/^pounds?$/i.test(word)) return /[\d£]\s?$|\b(?:hundred|thousand|million|billion)\s$/i.test(before);
  if (/^order$/i.test(word)) return NO_ORDER.test(before);
  return /^\p{Ll}+ed$/u.test(word) && OF_THING.test(before) && /^\s\p{Ll}/u.test(text.slice(end, end + 2));
}

/** "the wounded" are people. */
const THE = /\bthe\s$/i;

/** The triggers of a piece of text in order, none inside another; `offset` is where the piece stands. */
export function findTriggers(text: string, offset: number): Trigger[] {
  const found: Trigger[] = [];
  let from = 0;
  for (const { index } of text.matchAll(WORD)) {
    if (index < from) continue;
    const first = triggerAt(text, index, ["verb", "harm", "noun"]);
    if (first === undefined || isNoAct(text, index, first)) continue;
    const form = first.form !== "verb" ? first.form : formAt(text, index, text.slice(index, first.end));
    // "the storm" is none of those who storm a town.
    const { end, type } = form === first.form ? first : (triggerAt(text, index, ["noun"]) ?? first);
    from = end;
    found.push({ start: offset + index, end: offset + end, type, form });
  }
  return found;
}
