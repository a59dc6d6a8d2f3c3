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

/** Every way in which the language writes the month: alone and beside a day, in full and short. */
function formsOf(language: string, at: Date): string[] {
  const shapes: Intl.DateTimeFormatOptions[] = [
    { month: "long" },
    { month: "short" },
    { month: "long", day: "numeric" },
    { month: "short", day: "numeric" },
  ];
  return shapes.flatMap((shape) => {
    const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...shape, timeZone: "UTC" });
    const name = format.formatToParts(at).find((part) => part.type === "month")?.value ?? "";
    return /\p{L}/u.test(name) ? [fold(name)] : [];
  });
}

function readMonths(): ReadonlyMap<string, number> {
  const months = new Map<string, number>([["sept", 9]]);
  for (const language of LANGUAGES)
    for (let month = 1; month <= 12; month++)
      for (const form of formsOf(language, new Date(Date.UTC(2025, month - 1, 15))))
        if (!months.has(form)) months.set(form, month);
  return months;
}

const ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

let months: ReadonlyMap<string, number> | undefined;

/** The month (1–12) that a word names, in full or short, in any of some forty languages. */
export function monthOf(word: string): number | undefined {
  const folded = fold(word);
  const english = ENGLISH.indexOf(folded);
  if (english >= 0) return english + 1;
  // Reading the runtime's calendars takes a while, and English feeds never need them.
  months ??= readMonths();
  return months.get(folded);
}
