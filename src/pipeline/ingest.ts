import { setImmediate as others } from "node:timers/promises";
import { whatChanged } from "../analyse/changes.ts";
import { NO_FINDINGS } from "../analyse/no-findings.ts";
import { formerQuotes, quoteChanges } from "../analyse/quotes/former-quotes.ts";
import type { StoryIndex } from "../analyse/stories/stories.ts";
import type { Desk } from "../desk/desk.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import type { Findings } from "../model/findings.ts";
import { articleOf, type Item, type ReadItem } from "../model/item.ts";
import type { Store } from "../store/store.ts";
import { hastenFeeds } from "./boost.ts";
import { type Placed, settleAll } from "./settle.ts";
import { createStoryItems, type StoryItems } from "./story-items.ts";

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
const BATCH = 100;
/** An item that fails this often is stored without findings, so that it cannot hold up the others. */
const MAX_FAILURES = 3;

/** What is known of the stories of the window, in memory: right as long as all that it was told is stored. */
type Memory = { readonly index: StoryIndex; readonly stories: StoryItems };

/** Reads new items into stories, alerts and wanted posts: one process at a time, a few dozen items in one transaction. */
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
  let memory: Memory | undefined;

  const remember = async (): Promise<Memory> => {
    const fresh = parts.createIndex();
    for (const item of await store.items.since(new Date(clock.now().getTime() - parts.windowDays * DAY_MS)))
      fresh.restore(articleOf(item), item.findings, item.story);
    return { index: fresh, stories: createStoryItems() };
  };

  const place = async (item: Item, { index }: Memory): Promise<Placed> => {
    const gaveUp = (failures.get(item.id) ?? 0) >= MAX_FAILURES;
    const article = articleOf(item);
    const read = gaveUp ? { ...NO_FINDINGS, summary: { headline: item.title, sentences: [] } } : desk.read(article);
    const findings =
      item.revision > 1 && !gaveUp
        ? withChanges(await store.items.get(item.id), { item, read, now: clock.now() })
        : read;
    const { because, ...placement } = index.place(article, findings);
    return { ...placement, item, findings: because === undefined ? findings : { ...findings, joinedBecause: because } };
  };

  /** Gives the stories that the items are in. */
  const readAll = async (items: readonly Item[]): Promise<string[]> => {
    memory ??= await remember();
    const placed: Placed[] = [];
    try {
      for (const item of items) placed.push(await place(item, memory));
      await settleAll({ store, desk, clock, stories: memory.stories }, placed);
    } catch (error) {
      // The memory may now know what the store does not: it is made anew before the next try.
      memory = undefined;
      throw error;
    }
    for (const { item, findings: _, ...placement } of placed) {
      failures.delete(item.id);
      log.debug({ item: item.id, ...placement }, "item.read");
    }
    return placed.map(({ story }) => story);
  };

  const readOne = async (item: Item): Promise<string[]> => {
    try {
      return await readAll([item]);
    } catch (error) {
      failures.set(item.id, (failures.get(item.id) ?? 0) + 1);
      throw new Error(`item ${item.id} could not be ingested`, { cause: error });
    }
  };

  /** Reads the items together. When that fails, or failed before for one of them, each alone: a bad one stops only itself. */
  const readBatch = async (items: readonly Item[], signal: AbortSignal): Promise<string[]> => {
    if (!items.some(({ id }) => failures.has(id))) {
      try {
        return await readAll(items);
      } catch (error) {
        log.warn({ items: items.length, err: error }, "items.apart");
      }
    }
    const changed: string[] = [];
    for (const item of items) if (!signal.aborted) changed.push(...(await readOne(item)));
    return changed;
  };

  const run = async (signal: AbortSignal): Promise<number> => {
    await desk.refresh();
    let count = 0;
    while (!signal.aborted) {
      if (!(await store.marks.hold("ingest", owner, ROLE_LEASE_MS, clock.now()))) {
        memory = undefined;
        return count;
      }
      const items = await store.items.unread(BATCH);
      if (items.length === 0) return count;
      const changed = await readBatch(items, signal);
      count += changed.length;
      await hastenFeeds(parts, new Set(changed));
      // A long backlog keeps nobody waiting for an answer.
      await others();
    }
    return count;
  };
  return { run, stop: () => store.marks.release("ingest", owner) };
}
