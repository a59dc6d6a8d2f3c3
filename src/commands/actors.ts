import { carriedQuotes, shownSpeaker } from "../cards/quotes.ts";
import { linkTo } from "../cards/sources.ts";
import { count } from "../cards/wording.ts";
import { type Card, card, plain, type Reply, type Row } from "../model/card.ts";
import type { Actor } from "../model/watch.ts";
import type { KnownActor } from "../store/store.ts";
import type { Command, Run } from "./command.ts";
import { findStory } from "./lookups.ts";
import { optional } from "./options.ts";
import { checkedPage, paged } from "./paging.ts";
import { nothing, toChannel } from "./replies.ts";

const PAGE = 8;
const MOST = 200;

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

function rolesInWords(actor: Actor | undefined): string {
  const roles = actor?.roles.map((role) => {
    const where = role.organisation ?? role.country;
    return `${role.title}${where === undefined ? "" : `, ${where}`}`;
  });
  return roles?.join("; ") ?? "";
}

/** One actor in full: spellings, roles, latest quotations. */
async function portrait(run: Run, known: KnownActor): Promise<Card> {
  const actor = run.desk.watches.flatMap((watch) => watch.actors).find((one) => one.id === known.actor);
  const { rows } = await run.store.items.quotes({ speaker: known.name }, run.viewer, { limit: 20 });
  const quotes = carriedQuotes(rows)
    .filter((quote) => shownSpeaker(quote) === known.name)
    .slice(0, 3);
  const roles = rolesInWords(actor);
  return card({
    kind: "list",
    title: known.name,
    lead: plain(`${known.kind} · ${count(known.mentions, "mention")} in ${known.stories} stories`),
    facts: [
      ...(roles ? [{ name: "Roles", value: plain(roles) }] : []),
      { name: "Spellings", value: plain([...new Set([...(actor?.names ?? []), ...known.forms])].join(", ")) },
    ],
    quotes: quotes.map((quote) => ({
      text: quote.text,
      speaker: known.name,
      source: [linkTo(quote.outlet, quote.url)],
    })),
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
