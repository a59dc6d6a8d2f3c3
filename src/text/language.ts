import { eld } from "eld/extrasmall";

/** Scripts by their ISO 15924 codes, as Unicode and BCP 47 both name them. */
const CODES = (
  "Latn Arab Deva Cyrl Hani Kana Hira Hang Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thaa Thai Laoo Khmr Mymr " +
  "Geor Armn Hebr Grek Ethi"
).split(" ");
const SCRIPTS = new Map(CODES.map((code) => [code, new RegExp(`\\p{Script=${code}}`, "gu")]));
const ONLY_LATIN = /^[\p{Script=Latn}\p{Script=Common}\p{Script=Inherited}]*$/u;
/** Written in by many peoples: the words have to decide. In the others, the script does. */
const SHARED = new Set(["Latn", "Arab", "Deva", "Cyrl"]);
/** Letters of Pashto alone, which the detector does not know. */
const PASHTO = /[ټډړښځڅڼږۍ]/u;

/** How much of a text is looked at. */
const LOOKED_AT = 300;
/** Fewer letters than these say nothing by themselves. */
const FEWEST_LETTERS = 20;
/** The feed's language stays while it is nearly as likely as the likeliest one. */
const NEARLY = 0.85;

/** Words of every English text that no other language writes in a text of its own. */
const ENGLISH = /\b(?:the|and|that|which|from|with|their|they|this|were|who|when|says|said|would|been|after)\b/gi;
/** One word in so many, and so many at least: fewer stand in titles and citations, too. */
const ENGLISH_SHARE = 10;
const LEAST_ENGLISH = 3;
const LETTERS_A_WORD = 5;

const KNOWN = new Set(Object.values(eld.info().Languages));

function countOf(text: string, script: RegExp): number {
  return text.match(script)?.length ?? 0;
}

/** The script of most letters, and how many letters of it there are. */
function scriptOf(text: string): { readonly code: string; readonly letters: number } {
  if (ONLY_LATIN.test(text)) return { code: "Latn", letters: countOf(text, /\p{L}/gu) };
  let most = { code: "Latn", letters: 0 };
  for (const [code, script] of SCRIPTS) {
    const letters = countOf(text, script);
    if (letters > most.letters) most = { code, letters };
  }
  return most;
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return undefined;
  }
}

/** The language of a script that one language writes: by the likely subtags of Unicode. */
function byScript(code: string, text: string): string | undefined {
  if (code === "Hira" || code === "Kana") return "ja";
  if (code === "Hani") return /[\p{Script=Hira}\p{Script=Kana}]/u.test(text) ? "ja" : "zh";
  return localeOf(`und-${code}`)?.language;
}

/** Most news is plain English, which a glance at its small words tells at a fraction of the cost. */
function isPlainEnglish(text: string, letters: number): boolean {
  const count = countOf(text, ENGLISH);
  return count >= LEAST_ENGLISH && count * ENGLISH_SHARE * LETTERS_A_WORD >= letters;
}

function byWords(text: string, letters: number, prior: string | undefined): string | undefined {
  if (isPlainEnglish(text, letters)) return "en";
  if (prior !== undefined && !KNOWN.has(prior)) return prior;
  const found = eld.detect(text);
  const scores = found.getScores();
  const best = scores[found.language] ?? 0;
  if (prior !== undefined && (!found.isReliable() || (scores[prior] ?? 0) >= best * NEARLY)) return prior;
  return found.isReliable() && letters >= FEWEST_LETTERS ? found.language : prior;
}

/**
 * The language of a text as a BCP 47 tag: first by its script, then by its words. `prior` is the language that its feed
 * names; it is kept unless the text plainly says otherwise. Undefined when nothing tells.
 */
export function languageOf(text: string, prior?: string): string | undefined {
  const seen = text.slice(0, LOOKED_AT).toWellFormed();
  const { code, letters } = scriptOf(seen);
  if (letters === 0) return prior;
  const named = prior === undefined ? undefined : localeOf(prior);
  const isPossible = named?.script === code;
  if (code === "Arab" && PASHTO.test(seen)) return named?.language === "ps" ? prior : "ps";
  const language = SHARED.has(code)
    ? byWords(seen, letters, isPossible ? named.language : undefined)
    : byScript(code, seen);
  if (language === named?.language || (isPossible && !SHARED.has(code))) return prior;
  return language ?? (isPossible ? prior : undefined);
}
