import type { Span } from "../model/article.ts";

/** A word, a mark or a whole quotation of a text, in order. */
export type Part = Span & {
  /** As written, a possessive 's left out. */
  readonly text: string;
  /** Lower case, without full stops: "U.S." gives "us", "Gen." gives "gen". */
  readonly lower: string;
  readonly kind: "word" | "mark" | "quotation";
  /** "Pakistan's", "farms'". */
  readonly possessive: boolean;
  /** Begins with a capital letter. */
  readonly capital: boolean;
};

const ABBREVIATION =
  "(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Brig|Capt|Cpt|Cmdr|Cdr|Adm|Sgt|Spc|Pfc|Pvt|Cpl|Sen|Rep|Reps|Sens|Gov|Prof|Rev|Hon|Amb|Sec|Dep|Asst|Supt|Insp|Det|St|Jr|Sr|No)\\.";
const WORD = "[\\p{L}\\p{N}$£€#@](?:[\\p{L}\\p{M}\\p{N}]|[-’'&.,](?=[\\p{L}\\p{N}])|[%])*";
/** "Gen. (retd) NAME": no part of the sentence. */
const RETIRED = "\\((?:[Rr]e?td|[Rr]et|[Rr]etired|[Rr]et['’]d)\\.?\\)";
const PART = new RegExp(
  `${RETIRED}|-{2,}|(?:\\p{L}\\.){2,}(?!\\p{L})|${ABBREVIATION}(?=\\s|$)|\\p{Lu}\\.(?=\\s?\\p{Lu})|${WORD}|''|\`\`|[^\\s]`,
  "gu",
);
const POSSESSIVE = /(?<=\p{L}\.?)['’]s$/iu;
const LETTER = /^[\p{L}\p{N}$£€#@]/u;

function wordPart(text: string, start: number, written: string): Part {
  const isSingular = /s$/i.test(written) && POSSESSIVE.test(written);
  const isPlural = isPluralPossessive(text, start + written.length);
  const bare = isSingular ? written.slice(0, -2) : written;
  return {
    start,
    end: start + bare.length,
    text: bare,
    lower: bare.toLowerCase().replaceAll(".", ""),
    kind: "word",
    possessive: isSingular || isPlural,
    capital: /^\p{Lu}/u.test(bare),
  };
}

/** "the farms' owner": an apostrophe after s, and a word follows. */
function isPluralPossessive(text: string, end: number): boolean {
  return text.charAt(end - 1) === "s" && /^['’]\s[\p{L}\p{N}]/u.test(text.slice(end, end + 3));
}

function markPart(text: string, start: number, end: number, kind: "mark" | "quotation"): Part {
  const written = text.slice(start, end);
  return { start, end, text: written, lower: written, kind, possessive: false, capital: false };
}

function addParts(parts: Part[], text: string, { start: from, end: to }: Span): void {
  const piece = text.slice(from, to);
  let isApostrophe = false;
  for (const match of piece.matchAll(PART)) {
    const start = from + match.index;
    if (isApostrophe) {
      isApostrophe = false;
      continue;
    }
    const isWord = LETTER.test(match[0]);
    isApostrophe = isWord && isPluralPossessive(text, start + match[0].length);
    if (match[0] === "''" || match[0] === "``" || (match[0].length > 3 && match[0].startsWith("("))) continue;
    if (isWord) parts.push(wordPart(text, start, match[0]));
    else parts.push(markPart(text, start, start + match[0].length, "mark"));
  }
}

/** Cuts a text into parts. Doubled single marks and "(retd)" leave no part. Nothing inside one of the masks is seen: each is one part of kind "quotation". */
export function splitParts(text: string, masks: readonly Span[] = []): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const mask of masks) {
    addParts(parts, text, { start: at, end: mask.start });
    parts.push(markPart(text, mask.start, mask.end, "quotation"));
    at = mask.end;
  }
  addParts(parts, text, { start: at, end: text.length });
  return parts;
}
