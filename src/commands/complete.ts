import type { Asker, Choice } from "../chat/chat.ts";
import { actorsNamed } from "../desk/known-actors.ts";
import { serverKey } from "../model/channel.ts";
import type { OptionKind } from "../model/command.ts";
import { fold } from "../text/fold.ts";
import type { Command, Services } from "./command.ts";

export type Typing = {
  readonly command: string;
  readonly option: string;
  readonly typed: string;
  readonly asker: Asker;
};

const MOST_CHOICES = 25;
const LONGEST_LABEL = 100;
/** How long what was read for one server's completions is used again. */
const FRESH_MS = 5_000;

type Known = Readonly<Record<"story" | "actor" | "feed" | "subscription", readonly Choice[]>>;

async function known({ store }: Services, server: string): Promise<Known> {
  const viewer = { server };
  const [stories, actors, feeds, subscriptions] = await Promise.all([
    store.stories.latest({}, viewer, { limit: 100 }),
    store.items.actors({}, viewer, { limit: 200 }),
    store.feeds.list(viewer),
    store.subscriptions.list(server),
  ]);
  return {
    story: stories.map(({ story }) => ({ label: story.headline, value: story.id })),
    actor: actors.map(({ name }) => ({ label: name, value: name })),
    feed: feeds.map(({ url, outlet }) => ({ label: outlet.name, value: url })),
    subscription: subscriptions.map((one) => ({ label: `${one.target.id} in ${one.at.channel}`, value: one.id })),
  };
}

function fixed({ desk }: Services, kind: OptionKind, server: string): readonly Choice[] {
  if (kind === "watch") return desk.watches.map((watch) => ({ label: watch.name, value: watch.id }));
  if (kind !== "topic") return [];
  const topics = desk.watches.flatMap((watch) => desk.view(watch.id, server)?.watch.topics ?? []);
  return [...new Set(topics.map((topic) => topic.id))].map((id) => ({ label: id, value: id }));
}

/** Completes options while they are typed, from what was read at most five seconds ago; one server never sees another's. */
export function createCompleter(commands: readonly Command[], services: Services, now: () => Date) {
  const cache = new Map<string, { readonly at: number; readonly known: Promise<Known> }>();
  const fresh = (server: string): Promise<Known> => {
    for (const [one, { at }] of cache) if (now().getTime() - at >= FRESH_MS) cache.delete(one);
    const cached = cache.get(server);
    if (cached) return cached.known;
    const loading = known(services, server);
    cache.set(server, { at: now().getTime(), known: loading });
    loading.catch(() => cache.delete(server));
    return loading;
  };

  return async ({ command, option, typed, asker }: Typing): Promise<Choice[]> => {
    const kind = commands.find((one) => one.name === command)?.options.find((one) => one.name === option)?.kind;
    if (kind === undefined) return [];
    const server = serverKey(asker.at);
    const isLookup = kind === "story" || kind === "actor" || kind === "feed" || kind === "subscription";
    const choices = isLookup ? (await fresh(server))[kind] : fixed(services, kind, server);
    const wanted = fold(typed);
    const day = now().toISOString().slice(0, 10);
    const meant = kind === "actor" && wanted !== "" ? actorsNamed(services.desk.watches, typed, day) : [];
    const names = new Set(meant.map(({ name }) => name));
    return choices
      .filter(({ label, value }) => fold(label).includes(wanted) || value.startsWith(typed) || names.has(value))
      .slice(0, MOST_CHOICES)
      .map(({ label, value }) => ({ label: label.slice(0, LONGEST_LABEL), value: value.slice(0, LONGEST_LABEL) }));
  };
}
