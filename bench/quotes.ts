import { findActors } from "../src/analyse/actors.ts";
import { createLexicon } from "../src/analyse/lexicon.ts";
import { findQuotes } from "../src/analyse/quotes.ts";
import { layOut } from "../src/analyse/reading.ts";
import { readFolder } from "../training/articles.ts";
import { bestSeconds, type Figure, rounded } from "./measure.ts";

/** Quotations, their speakers and reported statements, rules and ranker together, in megabytes of text a second. */
export async function benchQuotes(): Promise<Figure[]> {
  const lexicon = createLexicon([]);
  const texts = readFolder(new URL("../training/quotes", import.meta.url).pathname).map(({ text }) => text);
  const read = texts.map((text, at) => {
    const reading = layOut({ id: `${at}`, text });
    return { reading, actors: findActors(reading, lexicon) };
  });
  const megabytes = Buffer.byteLength(texts.join("")) / 1e6;
  const seconds = await bestSeconds(() => read.map(({ reading, actors }) => findQuotes(reading, actors, lexicon)));
  return [{ what: "quotations and speakers", value: `${rounded(megabytes / seconds)} MB/s` }];
}
