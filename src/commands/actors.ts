import { shownSpeaker } from "../analyse/quotes/shown-speaker.ts";
import { cardQuote, carriedQuotes } from "../cards/quotes.ts";
import { count } from "../cards/wording.ts";
import { actorById, actorsNamed, postInWords, roleInWords } from "../desk/known-actors.ts";
import { type Card, type CardQuote, card, plain, type Reply, type Row, type Text } from "../model/card.ts";
import type { Actor } from "../model/watch.ts";
import type { KnownActor } from "../store/store.ts";
import { dayInWords } from "../text/dates/day-in-words.ts";
import { fold } from "../text/fold.ts";
import type { Command, Run } from "./command.ts";
import { findStory } from "./lookups.ts";
import { optional } from "./options.ts";
import { paged, pageOf } from "./paging.ts";
import { nothing, toChannel } from "./replies.ts";

const PAGE = 8;
const MOST = 200;
const QUOTES_READ = 60;
const MOST_QUOTES = 3;
const MOST_STORIES = 3;

function mentioned({ mentions, stories }: KnownActor): string {
  return `${count(mentions, "mention")} in ${stories === 1 ? "1 story" : `${stories} stories`}`;
}

function actorRow(known: KnownActor): Row {
  const forms = known.forms.filter((form) => form !== known.name).slice(0, 4);
  return {
    text: [{ kind: "strong", text: known.name }, ...plain(` · ${known.kind}`)],
    note: [...plain(mentioned(known)), ...plain(forms.length > 0 ? ` · also "${forms.join('", "')}"` : "")],
  };
}

/** "Foreign Minister, India (since 31 May 2019)", in the order of the file. */
function rolesInWords(actor: Actor | undefined): string {
  const roles = actor?.roles.map((role) => {
    const { from, to } = role;
    const held = [from && `since ${dayInWords(from)}`, to && `until ${dayInWords(to)}`].filter(Boolean).join(", ");
    return `${postInWords(role)}${held ? ` (${held})` : ""}`;
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
    .map((quote) => cardQuote(quote, roleInWords(run.desk.watches, actor, quote.at.toISOString().slice(0, 10))));
}

/** Headlines of the latest stories whose reports name the actor. */
async function latestStories(run: Run, { name }: KnownActor): Promise<Text> {
  const rows = await run.store.stories.latest({ words: name }, run.viewer, { limit: MOST_STORIES });
  const lines = new Set(rows.map(({ story }) => `${story.headline} (${story.id})`));
  return lines.size === 0 ? [] : plain([...lines].join("\n"));
}

/** One actor in full: spellings, roles, latest quotations and stories. */
async function portrait(run: Run, known: KnownActor): Promise<Card> {
  const actor = actorById(run.desk.watches, known.actor);
  const [quotes, stories] = [await latestQuotes(run, known), await latestStories(run, known)];
  const roles = rolesInWords(actor);
  return card({
    kind: "list",
    title: known.name,
    lead: plain(known.mentions === 0 ? `${known.kind} · not mentioned yet` : `${known.kind} · ${mentioned(known)}`),
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

/** An actor of a watch whom no report has named yet. */
function unmentioned({ id, kind, name }: Actor, now: Date): KnownActor {
  return { name, actor: id, kind, mentions: 0, stories: 0, forms: [], lastSeen: now };
}

/** The actor that a name surely stands for: the only one found, the one called so, or the only one of the watches. */
function theOne(name: string, found: readonly KnownActor[], meant: readonly Actor[]): KnownActor | undefined {
  const [only, second] = found;
  if (only !== undefined && (second === undefined || fold(only.name) === fold(name))) return only;
  const [known, other] = meant;
  return other === undefined ? found.find(({ actor }) => actor !== undefined && actor === known?.id) : undefined;
}

async function actorsReply(run: Run): Promise<Reply> {
  const name = run.options["name"];
  const view = run.options["story"] === undefined ? undefined : await findStory(run, run.options["story"]);
  const meant = name === undefined ? [] : actorsNamed(run.desk.watches, name, run.now.toISOString().slice(0, 10));
  const asked = name === undefined ? {} : { name, ids: meant.map(({ id }) => id) };
  const filter = { ...asked, ...(view ? { story: view.story.id } : {}) };
  const known = await run.store.items.actors(filter, run.viewer, { limit: MOST });
  const [listed] = meant;
  if (known.length === 0 && listed !== undefined && view === undefined)
    return toChannel(await portrait(run, unmentioned(listed, run.now)));
  if (known.length === 0) {
    const most = await run.store.items.actors({}, run.viewer, { limit: 3 });
    return nothing(
      `Nobody called "${name ?? ""}" has been mentioned`,
      most.map((actor) => plain(actor.name)),
    );
  }
  const one = name === undefined ? undefined : theOne(name, known, meant);
  if (one !== undefined) return toChannel(await portrait(run, one));
  const page = pageOf(known, run.page, PAGE);
  const title = view ? `Actors: ${view.basis.findings.summary.headline}` : "Actors";
  const shown = card({ kind: "list", title, rows: page.shown.map(actorRow) });
  const options = { ...run.options, ...(view ? { story: view.story.id } : {}) };
  return toChannel(paged(shown, { command: "actors", options }, page));
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
