/** Languages whose month names feeds use. Where two write different months alike, the first one wins. */
const LANGUAGES =
  "en fr de es it pt nl ru uk pl cs tr sv da nb fi hu ro el bg sr id ms vi ar ur fa hi bn ta te mr gu pa ne si ps az kk uz he".split(
    " ",
  );

function fold(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\p{Mn}.'’]/gu, "")
    .toLowerCase();
}

/** A month alone and beside a day, in full and short. */
const SHAPES: readonly Intl.DateTimeFormatOptions[] = [
  { month: "long" },
  { month: "short" },
  { month: "long", day: "numeric" },
  { month: "short", day: "numeric" },
];

/** A language's months (1–12) by every name it has for them. */
function namesIn(language: string): [string, number][] {
  const formats = SHAPES.map(
    (shape) => new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...shape, timeZone: "UTC" }),
  );
  const numbers = Array.from({ length: 12 }, (_, at) => at + 1);
  return numbers.flatMap((month) => {
    const day = new Date(Date.UTC(2025, month - 1, 15));
    const names = formats.map((format) => format.formatToParts(day).find(({ type }) => type === "month")?.value ?? "");
    return names.filter((name) => /\p{L}/u.test(name)).map((name): [string, number] => [fold(name), month]);
  });
}

function readMonths(): ReadonlyMap<string, number> {
  const known = new Map<string, number>([["sept", 9]]);
  for (const [name, month] of LANGUAGES.flatMap(namesIn)) if (!known.has(name)) known.set(name, month);
  return known;
}

const ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

let months: ReadonlyMap<string, number> | undefined;

/** The month (1–12) that an English short name in lower case means. */
export function englishMonth(word: string): number | undefined {
  const at = ENGLISH.indexOf(word);
  return at < 0 ? undefined : at + 1;
}

/** The month (1–12) that one of the words names, in full or short, in any of some forty languages. */
export function monthAmong(words: readonly string[]): number | undefined {
  const folded = words.map(fold);
  const english = folded.map(englishMonth).find((month) => month !== undefined);
  if (english !== undefined) return english;
  // Reading the runtime's calendars takes a while, and English dates never need them.
  months ??= readMonths();
  for (const word of folded) {
    const month = months.get(word);
    if (month !== undefined) return month;
  }
  return undefined;
}
