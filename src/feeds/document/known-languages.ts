import { languageOf } from "../../text/language.ts";

const MOST = 20_000;
const known = new Map<string, string | undefined>();

type Words = { readonly title: string; readonly text: string; readonly contentHash: string };

/** The language of an entry's words, `prior` being its feed's. Remembered: most entries stood in the last answer, too. */
export function languageOfWords({ title, text, contentHash }: Words, prior: string | undefined): string | undefined {
  const key = `${contentHash} ${prior}`;
  if (known.has(key)) return known.get(key);
  const language = languageOf(`${title}\n${text}`, prior);
  const [oldest] = known.keys();
  if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
  known.set(key, language);
  return language;
}
