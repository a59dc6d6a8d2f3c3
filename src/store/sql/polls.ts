import { shortId } from "../../lib/short-id.ts";
import type { FeedState } from "../../model/feed.ts";
import type { Draft } from "../../model/item.ts";
import type { FeedStore } from "../store.ts";
import { chunks, toMs } from "./rows.ts";
import type { Session } from "./session.ts";

type Poll = Parameters<FeedStore["savePoll"]>[0];
type Stored = { readonly revision: number; readonly hash: string };

function stateColumns(state: FeedState) {
  return {
    etag: state.etag ?? null,
    last_modified: state.lastModified ?? null,
    body_hash: state.bodyHash ?? null,
    next_poll_at: state.nextPollAt.getTime(),
    gap_ms: state.gapMs ?? null,
    failures: state.failures,
    failing_since: toMs(state.failingSince),
    last_success_at: toMs(state.lastSuccessAt),
    last_error: state.lastError ?? null,
    disabled_reason: state.disabledReason ?? null,
  };
}

/** Ends the lease with the feed's new state; false when another process holds it now. */
async function settleFeed({ db }: Session, { feed, owner, state }: Poll): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("feeds")
    .set({ ...stateColumns(state), lease_owner: null, lease_until: null })
    .where("id", "=", feed.id)
    .where("lease_owner", "=", owner)
    // Somebody may have removed it during the poll.
    .where("retired", "=", 0)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Newest revision and content of those items that are stored already, by id. */
async function storedItems({ db }: Session, ids: readonly string[]): Promise<Map<string, Stored>> {
  const stored = new Map<string, Stored>();
  for (const some of chunks(ids)) {
    const rows = await db
      .selectFrom("items")
      .innerJoin("revisions", (join) =>
        join.onRef("revisions.item", "=", "items.id").onRef("revisions.revision", "=", "items.revision"),
      )
      .select(["items.id", "items.revision", "revisions.content_hash"])
      .where("items.id", "in", some)
      .execute();
    for (const { id, revision, content_hash } of rows) stored.set(id, { revision, hash: content_hash });
  }
  return stored;
}

async function saveRevision({ db }: Session, draft: Draft, as: { id: string; revision: number; now: Date }) {
  await db
    .insertInto("revisions")
    .values({
      item: as.id,
      revision: as.revision,
      url: draft.url ?? null,
      canonical_url: draft.canonicalUrl ?? null,
      title: draft.title,
      text: draft.text,
      language: draft.language ?? null,
      published: toMs(draft.published),
      content_hash: draft.contentHash,
      seen_at: as.now.getTime(),
      findings: null,
    })
    .execute();
}

async function saveDraft(session: Session, poll: Poll, entry: { draft: Draft; id: string; stored?: Stored }) {
  const { draft, id, stored } = entry;
  const { db } = session;
  const revision = (stored?.revision ?? 0) + 1;
  if (stored) await db.updateTable("items").set({ revision }).where("id", "=", id).execute();
  else
    await db
      .insertInto("items")
      .values({
        id,
        feed: poll.feed.id,
        key: draft.key,
        first_seen: poll.now.getTime(),
        baseline: Number(poll.baseline(draft)),
        revision,
        read_revision: 0,
        story: null,
        duplicate_of: null,
      })
      .execute();
  await saveRevision(session, draft, { id, revision, now: poll.now });
}

/** One draft for each key, the first: two entries under one key would otherwise revise each other at every poll. */
function byId({ feed, drafts }: Poll): Map<string, Draft> {
  const unique = new Map<string, Draft>();
  for (const draft of drafts) {
    const id = shortId(feed.id, draft.key);
    if (!unique.has(id)) unique.set(id, draft);
  }
  return unique;
}

/** Stores a poll: see `FeedStore.savePoll`. Runs inside a transaction. */
export async function savePoll(session: Session, poll: Poll): Promise<{ added: number; revised: number }> {
  const saved = { added: 0, revised: 0 };
  if (!(await settleFeed(session, poll))) return saved;
  const drafts = byId(poll);
  const known = await storedItems(session, [...drafts.keys()]);
  for (const [id, draft] of drafts) {
    const stored = known.get(id);
    if (stored?.hash === draft.contentHash) continue;
    await saveDraft(session, poll, { draft, id, ...(stored ? { stored } : {}) });
    if (stored) saved.revised++;
    else saved.added++;
  }
  return saved;
}
