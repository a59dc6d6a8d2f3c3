import type { Viewer } from "../store.ts";
import type { Session } from "./session.ts";
import { visible } from "./visible.ts";
import { typedWords } from "./words.ts";

/** Keys of the actors that the viewer can have met under these words: a whole name, or beginnings of its words. */
export function keysOf({ db }: Session, typed: string, viewer: Viewer) {
  const words = typedWords(typed);
  return db
    .selectFrom("mentions")
    .innerJoin("items", "items.id", "mentions.item")
    .innerJoin("feeds", "feeds.id", "items.feed")
    .select("mentions.key")
    .where(visible(viewer))
    .where((eb) =>
      eb.or([
        eb("mentions.key", "in", [typed, words.join(" ")]),
        eb.and([
          eb.lit(words.length > 0),
          eb.or([
            eb.and(words.map((word) => eb("mentions.name_words", "like", `% ${word}%`))),
            eb.and(words.map((word) => eb("mentions.form_words", "like", `% ${word}%`))),
          ]),
        ]),
      ]),
    );
}

/** The words as one piece, to be found anywhere in a name. Undefined when nothing but signs was typed. */
export function anywhere(typed: string): string | undefined {
  const words = typedWords(typed);
  return words.length === 0 ? undefined : `%${words.join(" ")}%`;
}
