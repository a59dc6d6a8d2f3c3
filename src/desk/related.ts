import type { Channel } from "../model/channel.ts";
import type { StoryLink } from "../model/story.ts";
import type { Store } from "../store/store.ts";
import type { Desk } from "./desk.ts";
import { type StoryView, viewStory } from "./story-view.ts";

/** A story that hangs together with another one, as the reader of that one is told of it. */
export type Related = {
  /** It came before, it came after, it took reports away, or it is where the reports were before. */
  readonly as: "earlier" | "later" | "moved-out" | "moved-from";
  readonly headline: string;
  /** Its message in the same channel, else the report that speaks for it. */
  readonly url?: string;
};

/** The address of a message, where the platform has one. */
export type LinkOf = (at: Channel, messageId: string) => string | undefined;

type Reader = { readonly at: Channel; readonly watch: string; readonly server: string; readonly linkOf: LinkOf };

/** Told in one card at most, the newest. */
const MOST = 3;

function roleOf({ story, kind }: StoryLink, seenFrom: string): Related["as"] {
  if (kind === "follows") return story === seenFrom ? "earlier" : "later";
  return story === seenFrom ? "moved-from" : "moved-out";
}

async function messageOf(store: Store, story: string, { at, linkOf }: Reader): Promise<string | undefined> {
  const posts = await store.posts.ofStory(story);
  const here = posts.find(
    ({ at: { platform, server, channel } }) =>
      platform === at.platform && server === at.server && channel === at.channel,
  );
  return here?.messageId === undefined ? undefined : linkOf(here.at, here.messageId);
}

/** How a story is told of beside another one: under its headline, with its message in the reader's channel. */
export async function pointTo(store: Store, { basis, story }: StoryView, reader: Reader): Promise<Omit<Related, "as">> {
  const url = (await messageOf(store, story.id, reader)) ?? basis.url;
  return { headline: basis.findings.summary.headline, ...(url === undefined ? {} : { url }) };
}

/** The stories that this one follows, is followed by, or was taken apart with, as far as the reader may see them. */
export async function relatedStories(
  parts: { readonly store: Store; readonly desk: Desk },
  story: string,
  reader: Reader,
): Promise<Related[]> {
  const found = new Map<string, Related>();
  for (const link of (await parts.store.stories.links([story])).slice(-MOST)) {
    const { watch, server } = reader;
    const view = await viewStory(parts, { story: link.story === story ? link.other : link.story, watch, server });
    if (view === undefined || view.story.id === story || !view.alert.relevant) continue;
    found.set(view.story.id, { as: roleOf(link, story), ...(await pointTo(parts.store, view, reader)) });
  }
  return [...found.values()];
}
