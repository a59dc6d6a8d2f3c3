import { shownSpeaker } from "../analyse/shown-speaker.ts";
import { cardQuote, carriedQuotes } from "../cards/quotes.ts";
import { count } from "../cards/wording.ts";
import { type Card, type CardQuote, card, plain, type Reply, type Row, type Text } from "../model/card.ts";
import type { Actor } from "../model/watch.ts";
import type { KnownActor } from "../store/store.ts";
import { dayInWords } from "../text/day-in-words.ts";
import type { Command, Run } from "./command.ts";
import { findStory } from "./lookups.ts";
import { optional } from "./options.ts";
import { checkedPage, paged } from "./paging.ts";
import { nothing, toChannel } from "./replies.ts";

const PAGE = 8;
const MOST = 200;
const QUOTES_READ = 60;
const MOST_QUOTES = 3;
const MOST_STORIES = 3;

function actorRow(known: KnownActor): Row {
  const forms = known.forms.filter((form) => form !== known.name).slice(0, 4);
  return {
    text: [{ kind: "strong", text: known.name }, ...plain(` · ${known.kind}`)],
    note: [
      ...plain(
        `${count(known.mentions, "mention")} in ${known.stories === 1 ? "1 story" : `${known.stories} stories`}`,
      ),
      ...plain(forms.length > 0 ? ` · also "${forms.join('", "')}"` : ""),
    ],
  };
}

/** "Foreign Minister, India (since 31 May 2019)". */
function rolesInWords(actor: Actor | undefined): string {
  const roles = actor?.roles.map(({ title, organisation, country, from, to }) => {
    const where = organisation ?? country;
    const held = [from && `since ${dayInWords(from)}`, to && `until ${dayInWords(to)}`].filter(Boolean).join(", ");
    return `${title}${where === undefined ? "" : `, ${where}`}${held ? ` (${held})` : ""}`;
  });
  return roles?.join("; ") ?? "";
}

/** The latest quotations of an actor, one for all outlets that carry it. */
async function latestQuotes(run: Run, { name, actor }: KnownActor): Promise<CardQuote[]> {
  const filter = actor === undefined ? { speaker: name } : { actor };
  const { rows } = await run.store.items.quotes(filter, run.viewer, { limit: QUOTES_READ });
  return carriedQuotes(rows)
    .filter((quote) => shownSpeaker(quote) === name)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .slice(0, MOST_QUOTES)
    .map((quote) => cardQuote(quote));
}

/** Headlines of the latest stories whose reports name the actor. */
async function latestStories(run: Run, { name }: KnownActor): Promise<Text> {
  const rows = await run.store.stories.latest({ words: name }, run.viewer, { limit: MOST_STORIES });
  const lines = new Set(rows.map(({ story }) => `${story.headline} (${story.id})`));
  return lines.size === 0 ? [] : plain([...lines].join("\n"));
}

/** One actor in full: spellings, roles, latest quotations and stories. */
async function portrait(run: Run, known: KnownActor): Promise<Card> {
  const actor = run.desk.watches.flatMap((watch) => watch.actors).find((one) => one.id === known.actor);
  const [quotes, stories] = [await latestQuotes(run, known), await latestStories(run, known)];
  const roles = rolesInWords(actor);
  return card({
    kind: "list",
    title: known.name,
    lead: plain(`${known.kind} · ${count(known.mentions, "mention")} in ${known.stories} stories`),
    facts: [
      ...(roles ? [{ name: "Roles", value: plain(roles) }] : []),
      { name: "Spellings", value: plain([...new Set([...(actor?.names ?? []), ...known.forms])].join(", ")) },
      ...(stories.length > 0 ? [{ name: "Latest stories", value: stories }] : []),
    ],
    quotes,
    actions: [
      { label: "Timeline", command: "timeline", options: { actor: known.name } },
      { label: "Quotes", command: "quote", options: { speaker: known.name } },
    ],
  });
}

async function actorsReply(run: Run): Promise<Reply> {
  const name = run.options["name"];
  const view = run.options["story"] === undefined ? undefined : await findStory(run, run.options["story"]);
  const filter = { ...(name === undefined ? {} : { name }), ...(view ? { story: view.story.id } : {}) };
  const known = await run.store.items.actors(filter, run.viewer, { limit: MOST });
  const [only] = known;
  if (only === undefined) {
    const most = await run.store.items.actors({}, run.viewer, { limit: 3 });
    return nothing(
      `Nobody called "${name ?? ""}" has been mentioned`,
      most.map((actor) => plain(actor.name)),
    );
  }
  if (name !== undefined && (known.length === 1 || only.name.toLowerCase() === name.toLowerCase()))
    return toChannel(await portrait(run, only));
  const page = checkedPage(run.page, known.length, PAGE);
  const title = view ? `Actors: ${view.basis.findings.summary.headline}` : "Actors";
  const shown = card({ kind: "list", title, rows: known.slice((page - 1) * PAGE, page * PAGE).map(actorRow) });
  const options = { ...run.options, ...(view ? { story: view.story.id } : {}) };
  return toChannel(paged(shown, { command: "actors", options, page }, { total: known.length, size: PAGE }));
}

/** `/actors`: who is involved, under which names. */
export const actors: Command = {
  name: "actors",
  summary: "Who is involved: people, organisations and places with every spelling",
  access: "everyone",
  visibility: "shared",
  options: [
    optional("name", "actor", "Part of a name, in any script"),
    optional("story", "story", "Only those of this story"),
  ],
  examples: ["/actors", "/actors name:Munir"],
  run: actorsReply,
};
