import { whatChanged } from "../analyse/changes.ts";
import { formerQuotes, quoteChanges } from "../analyse/former-quotes.ts";
import { NO_FINDINGS } from "../analyse/no-findings.ts";
import type { StoryIndex } from "../analyse/stories.ts";
import type { Desk } from "../desk/desk.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import type { Findings } from "../model/findings.ts";
import { articleOf, type Item, type ReadItem } from "../model/item.ts";
import type { Story } from "../model/story.ts";
import type { Store } from "../store/store.ts";
import { alertViews } from "./alert-views.ts";
import { hastenFeeds } from "./boost.ts";

export type IngestParts = {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly log: Log;
  readonly owner: string;
  readonly windowDays: number;
  readonly createIndex: () => StoryIndex;
};

const DAY_MS = 86_400_000;
const ROLE_LEASE_MS = 60_000;
const BATCH = 50;
/** An item that fails this often is stored without findings, so that it cannot hold up the others. */
const MAX_FAILURES = 3;

/** Posts of stories that became part of another one say so. */
async function mergeStories(store: Store, merged: readonly string[], into: string, now: Date): Promise<void> {
  for (const from of merged) {
    await store.stories.merge(from, into, now);
    for (const post of await store.posts.ofStory(from))
      await store.posts.want({ ...post, wanted: post.wanted + 1, now });
  }
}

type Read = { readonly item: Item; readonly findings: Findings; readonly story: string; readonly duplicateOf?: string };

function headlineOf({ item, findings }: Pick<Read, "item" | "findings">): string {
  return findings.summary.headline || item.title;
}

async function settle(parts: IngestParts, read: Read, merged: readonly string[]): Promise<void> {
  const { desk } = parts;
  const { item, findings } = read;
  const now = parts.clock.now();
  await parts.store.transaction(async (store) => {
    await mergeStories(store, merged, read.story, now);
    const before = await store.stories.get(read.story);
    const story: Story = {
      id: read.story,
      revision: (before?.revision ?? 0) + 1,
      headline: before?.headline ?? headlineOf(read),
      firstSeen: before?.firstSeen ?? item.firstSeen,
      lastChange: now,
    };
    await store.stories.save(story);
    await store.items.settle(read);
    const change = { item, findings, story: read.story, revision: story.revision };
    const spokesman = await alertViews({ store, desk, change, now });
    // Lists show the headline to every server, so one server's own feed must not lend it while there is another.
    const headline = spokesman && headlineOf({ item: spokesman, findings: spokesman.findings });
    if (headline !== undefined && headline !== story.headline) await store.stories.save({ ...story, headline });
  });
}

/** Reads new items into stories, alerts and wanted posts: one process at a time, one transaction per item. */
export type Ingest = {
  /** Reads all that is unread; gives the number of items read. */
  run(signal: AbortSignal): Promise<number>;
  stop(): Promise<void>;
};

type Reading = { readonly item: Item; readonly read: Findings; readonly now: Date };

/** Adds what the outlet changed since the revision that was read before, and the quotations that it has no more. */
function withChanges(before: ReadItem | undefined, { item, read, now }: Reading): Findings {
  if (before === undefined || before.revision >= item.revision) return read;
  const former = formerQuotes(before, { findings: read, text: articleOf(item).text, seen: now });
  const changes = [
    ...(before.findings.changes ?? []),
    ...whatChanged(before.findings, read),
    ...quoteChanges(former, now),
  ];
  const { joinedBecause } = before.findings;
  return {
    ...read,
    ...(joinedBecause !== undefined && { joinedBecause }),
    ...(changes.length > 0 && { changes }),
    ...(former.length > 0 && { formerQuotes: former }),
  };
}

export function createIngest(parts: IngestParts): Ingest {
  const { store, desk, clock, log, owner } = parts;
  const failures = new Map<string, number>();
  let index: StoryIndex | undefined;

  const openIndex = async (): Promise<StoryIndex> => {
    const fresh = parts.createIndex();
    for (const item of await store.items.since(new Date(clock.now().getTime() - parts.windowDays * DAY_MS)))
      fresh.restore(articleOf(item), item.findings, item.story);
    return fresh;
  };

  /** Gives the story that the item is in. */
  const readOne = async (item: Item, stories: StoryIndex): Promise<string> => {
    const gaveUp = (failures.get(item.id) ?? 0) >= MAX_FAILURES;
    const article = articleOf(item);
    const read = gaveUp ? { ...NO_FINDINGS, summary: { headline: item.title, sentences: [] } } : desk.read(article);
    const findings =
      item.revision > 1 && !gaveUp
        ? withChanges(await store.items.get(item.id), { item, read, now: clock.now() })
        : read;
    const { story, duplicateOf, merged, because } = stories.place(article, findings);
    const placed = because === undefined ? findings : { ...findings, joinedBecause: because };
    await settle(parts, { item, findings: placed, story, ...(duplicateOf === undefined ? {} : { duplicateOf }) }, merged);
    failures.delete(item.id);
    log.debug({ item: item.id, story, duplicateOf, merged }, "item.read");
    return story;
  };

  const run = async (signal: AbortSignal): Promise<number> => {
    await desk.refresh();
    let count = 0;
    while (!signal.aborted) {
      if (!(await store.marks.hold("ingest", owner, ROLE_LEASE_MS, clock.now()))) {
        index = undefined;
        return count;
      }
      const items = await store.items.unread(BATCH);
      if (items.length === 0) return count;
      index ??= await openIndex();
      const changed = new Set<string>();
      for (const item of items) {
        if (signal.aborted) break;
        try {
          changed.add(await readOne(item, index));
          count++;
        } catch (error) {
          // The index may now know what the store does not: it is rebuilt before the next try.
          index = undefined;
          failures.set(item.id, (failures.get(item.id) ?? 0) + 1);
          throw new Error(`item ${item.id} could not be ingested`, { cause: error });
        }
      }
      await hastenFeeds(parts, changed);
    }
    return count;
  };
  return { run, stop: () => store.marks.release("ingest", owner) };
}
