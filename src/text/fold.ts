/** What the table says of a unit that only separates words. */
export const SEPARATOR = 0;
/** What the table says of a unit that leaves no trace: vowel signs, joiners, direction marks. */
export const SKIP = 0xffff;

/** Letters that Unicode does not decompose, and letters of one sound that keyboards write differently. */
const SAME: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ħ: "h",
  ß: "s",
  æ: "a",
  œ: "o",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ة: "ه",
  ہ: "ه",
  ھ: "ه",
  ۃ: "ه",
  "ँ": "ं",
};

/** Accents, Arabic vowel signs and tatweel, the Devanagari nukta, joiners, soft hyphen, direction marks, BOM. */
const TRACELESS =
  /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]/;

function foldOne(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const char = String.fromCharCode(unit);
  if (TRACELESS.test(char)) return SKIP;
  if (!/[\p{L}\p{N}\p{M}]/u.test(char)) return SEPARATOR;
  if (unit >= 0xac00 && unit <= 0xd7a3) return unit;
  const plain = char.normalize("NFKD").toLowerCase().charAt(0);
  return (SAME[plain] ?? SAME[char.toLowerCase()] ?? plain).charCodeAt(0);
}

function makeTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = 0; unit < table.length; unit++) table[unit] = foldOne(unit);
  return table;
}

const TABLE = makeTable();

/** One UTF-16 unit without case, accents and keyboard variants; SEPARATOR, or SKIP. Surrogates stay as they are. */
export function foldUnit(unit: number): number {
  return TABLE[unit] ?? SEPARATOR;
}

/** Text for comparing: folded words with one space between them. "São Tomé–Zürich" gives "sao tome zurich". */
export function fold(text: string): string {
  let folded = "";
  for (let at = 0; at < text.length; at++) {
    const unit = foldUnit(text.charCodeAt(at));
    if (unit === SKIP) continue;
    if (unit !== SEPARATOR) folded += String.fromCharCode(unit);
    else if (folded !== "" && !folded.endsWith(" ")) folded += " ";
  }
  return folded.trimEnd();
}
