import { cut } from "./cut.ts";

/** At most this many combining marks on one letter: enough for every living script, too few to paint over other lines. */
const MAX_MARKS = 4;

/** What bounds the work on one text before any platform limit does. */
const MAX_LENGTH = 20_000;

/** Line breaks of every kind become a line feed before controls are dropped. */
const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/** C0 and C1 controls (but tab and line feed) and lone surrogates. */
const CONTROLS = /[\0-\x08\x0e-\x1f\x7f-\x9f]|\p{Cs}/gu;

/** Marks that turn the direction of text: they can show a link or a name backwards. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Characters without a shape: soft hyphen, fillers, zero-width spaces, Mongolian and supplementary selectors, tags, annotations, noncharacters. */
const INVISIBLE =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/** Scripts whose letters change shape beside their neighbours; there the joiners are spelling, not decoration. */
const JOINING = [
  ..."Arabic Syriac Mongolian Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada".split(" "),
  ..."Malayalam Sinhala Myanmar Khmer Tibetan Mandaic Adlam Hanifi_Rohingya".split(" "),
]
  .map((script) => `\\p{Script_Extensions=${script}}`)
  .join("");
const LETTER = `(?:(?=[\\p{L}\\p{M}])[${JOINING}])`;
const PICTOGRAPH = "\\p{Extended_Pictographic}";

/** Zero-width non-joiners outside of joining scripts; joiners that stand neither there nor inside an emoji sequence. */
const STRAY_JOINER = new RegExp(
  `(?<!${LETTER})\\u200c|\\u200c(?!${LETTER})|(?<!${LETTER}|${PICTOGRAPH}\\ufe0f?|\\p{Emoji_Modifier})\\u200d|(?<!${LETTER})\\u200d(?!${PICTOGRAPH})`,
  "gu",
);

/** Text or emoji selectors that follow nothing which has two looks. */
const STRAY_SELECTOR = /(?<!\p{Emoji}|\p{S}|\p{P})[\ufe0e\ufe0f]/gu;

const MARK_FLOOD = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, "gu");

/**
 * Text from feeds or users made harmless to read: controls, direction marks, invisible characters and floods of
 * combining marks are dropped, spaces collapsed (line feeds stay, two at most), the rest put in NFC. Joiners stay
 * where a script or an emoji needs them. Spaces at the ends stay, because spans are set side by side. Markup is not
 * touched: escaping is the renderer's task. `maxLength` (UTF-16 code units) cuts between graphemes.
 */
export function cleanText(text: string, maxLength: number = MAX_LENGTH): string {
  const visible = text
    .slice(0, MAX_LENGTH * 4)
    .replace(LINE_BREAK, "\n")
    .replace(CONTROLS, "")
    .replace(BIDI, "")
    .replace(INVISIBLE, "")
    .replace(STRAY_SELECTOR, "")
    .replace(STRAY_JOINER, "")
    .normalize("NFC")
    .replace(MARK_FLOOD, "$1")
    .replace(/[^\S\n]+/gu, " ")
    .replace(/ ?\n ?/gu, "\n")
    .replace(/\n{3,}/gu, "\n\n");
  return cut(visible, maxLength);
}
