import { shownSpeaker } from "../analyse/quotes/shown-speaker.ts";
import { type CarriedQuote, cardQuote, carriedQuotes } from "../cards/quotes.ts";
import { count } from "../cards/wording.ts";
import { actorsNamed, roleInWords } from "../desk/known-actors.ts";
import { card, plain, type Reply } from "../model/card.ts";
import type { Actor } from "../model/watch.ts";
import type { StoredQuote } from "../store/store.ts";
import { fold } from "../text/fold.ts";
import { likeness } from "../text/same-words.ts";
import type { Command, Run } from "./command.ts";
import { findStory } from "./lookups.ts";
import { optional } from "./options.ts";
import { paged, pageOf } from "./paging.ts";
import { nothing, toChannel } from "./replies.ts";
import { typedDay } from "./typed-day.ts";

const PAGE = 5;
const SHORTEST = 3;
const MOST = 500;
/** So many words at its beginning or end find the other reports of a quotation. */
const TELLING_WORDS = 5;

/** "by جے شنکر (S. Jaishankar)": what was typed, and who is meant when that says it otherwise. */
function bySpeaker(typed: string, meant: readonly Actor[]): string {
  const [only, second] = meant;
  const isPlain = only === undefined || second !== undefined || fold(only.name).includes(fold(typed));
  return isPlain ? `by ${typed}` : `by ${typed} (${only.name})`;
}

function described(run: Run, meant: readonly Actor[]): string {
  const { speaker, about, story, since } = run.options;
  const parts = [
    speaker && bySpeaker(speaker, meant),
    about && `about ${about}`,
    story && `in ${story}`,
    since && `since ${since}`,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}

/** Every outlet that carries the words, also where the text does not prove who said them. */
async function withAllCarriers(run: Run, quote: CarriedQuote<StoredQuote>): Promise<CarriedQuote<StoredQuote>> {
  const words = quote.text.split(/\s+/);
  const ends = new Set([words.slice(0, TELLING_WORDS), words.slice(-TELLING_WORDS)].map((end) => end.join(" ")));
  const found = await Promise.all(
    [...ends].map((about) => run.store.items.quotes({ about }, run.viewer, { limit: MOST })),
  );
  const speaker = shownSpeaker(quote);
  const same = found
    .flatMap(({ rows }) => rows)
    .filter((row) => [undefined, speaker].includes(shownSpeaker(row)) && likeness(row.text, quote.text) !== undefined);
  const all = new Map([...quote.tellings, ...same].map((row) => [`${row.item} ${row.itemRevision} ${row.start}`, row]));
  const isIn = ({ tellings }: CarriedQuote<StoredQuote>) =>
    tellings.some(({ item, start }) => item === quote.item && start === quote.start);
  return carriedQuotes([...all.values()]).find(isIn) ?? quote;
}

const named = (quote: StoredQuote) => (shownSpeaker(quote) === undefined ? 0 : 1);

async function quoteReply(run: Run): Promise<Reply> {
  const { speaker, about } = run.options;
  const since = typedDay(run, "since");
  const meant = speaker === undefined ? [] : actorsNamed(run.desk.watches, speaker, run.now.toISOString().slice(0, 10));
  const view = run.options["story"] === undefined ? undefined : await findStory(run, run.options["story"]);
  const filter = {
    ...(speaker === undefined ? {} : { speaker, speakers: meant.map(({ id }) => id) }),
    ...(about === undefined ? {} : { about }),
    ...(view ? { story: view.story.id } : {}),
    ...(since === undefined ? {} : { since: new Date(`${since}T00:00:00Z`) }),
  };
  const { rows } = await run.store.items.quotes(filter, run.viewer, { limit: MOST });
  // Whoever asks for a speaker gets only what the text surely gives to that speaker.
  const sure = speaker === undefined ? rows : rows.filter((row) => shownSpeaker(row) !== undefined);
  const long = sure.filter((row) => row.text.split(/\s+/).length >= SHORTEST);
  const quotes = carriedQuotes(long).sort(
    (a, b) => b.carriers.length - a.carriers.length || named(b) - named(a) || b.at.getTime() - a.at.getTime(),
  );
  if (quotes.length === 0) {
    const asked = speaker === undefined ? {} : { name: speaker, ids: meant.map(({ id }) => id) };
    const known = await run.store.items.actors(asked, run.viewer, { limit: 3 });
    return nothing(
      `No quotation ${described(run, meant)}`.trim(),
      known.map((actor) => plain(`${actor.name}: ${count(actor.mentions, "mention")}`)),
    );
  }
  const page = pageOf(quotes, run.page, PAGE);
  const onPage = await Promise.all(page.shown.map((quote) => withAllCarriers(run, quote)));
  const shown = card({
    kind: "quotes",
    title:
      `Quotations ${described({ ...run, options: { ...run.options, story: view?.basis.findings.summary.headline } }, meant)}`.trim(),
    quotes: onPage.map((quote) =>
      cardQuote(quote, roleInWords(run.desk.watches, quote.speaker?.actor, quote.at.toISOString().slice(0, 10))),
    ),
    footer: plain("Exact words. A speaker is named only when the text proves it."),
  });
  const options = { ...run.options, ...(view ? { story: view.story.id } : {}) };
  return toChannel(paged(shown, { command: "quote", options }, page));
}

/** `/quote`: who said what, in their exact words. */
export const quote: Command = {
  name: "quote",
  summary: "Who said what, in their exact words, and which outlets carry it",
  access: "everyone",
  visibility: "shared",
  options: [
    optional("speaker", "actor", "Who said it, under any spelling"),
    optional("about", "text", "Words of the quotation or its report"),
    optional("story", "story", "The story: its id, or words of it"),
    optional("since", "date", "First day, such as 2025-05-07 or yesterday"),
  ],
  examples: ["/quote speaker:Vance", "/quote about:ceasefire since:2025-05-10"],
  run: quoteReply,
};
