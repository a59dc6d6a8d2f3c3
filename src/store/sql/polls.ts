import type { FeedState } from "../../model/feed.ts";
import type { Draft } from "../../model/item.ts";
import type { FeedStore } from "../store.ts";
import { type Identified, identify } from "./identify.ts";
import { toMs } from "./rows.ts";
import type { Known } from "./same-item.ts";
import type { Session } from "./session.ts";

type Poll = Parameters<FeedStore["savePoll"]>[0];

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
    address: state.address ?? null,
    moved_to: state.moved?.to ?? null,
    moved_since: toMs(state.moved?.since),
    moved_count: state.moved?.count ?? null,
    etag_misses: state.etagMisses ?? 0,
    asks: state.asks === undefined ? null : JSON.stringify(state.asks),
    hint_ms: state.hintMs ?? null,
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

/** Old news that its publisher rewrote and dated anew is news: what only changed its date is no revision at all. */
function isNewsAgain(poll: Poll, draft: Draft, known: Known): boolean {
  if (draft.published === undefined || known.published === undefined) return false;
  return draft.published > known.published && !poll.baseline(draft);
}

async function saveDraft(session: Session, poll: Poll, { draft, id, known }: Identified) {
  const { db } = session;
  const revision = (known?.revision ?? 0) + 1;
  if (known)
    await db
      .updateTable("items")
      .set({ revision, ...(isNewsAgain(poll, draft, known) && { baseline: 0 }) })
      .where("id", "=", id)
      .execute();
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

/** Stores a poll: see `FeedStore.savePoll`. Runs inside a transaction. */
export async function savePoll(session: Session, poll: Poll): Promise<{ added: number; revised: number }> {
  const saved = { added: 0, revised: 0 };
  if (!(await settleFeed(session, poll))) return saved;
  for (const one of await identify(session, poll)) {
    if (one.known?.contentHash === one.draft.contentHash) continue;
    await saveDraft(session, poll, one);
    if (one.known) saved.revised++;
    else saved.added++;
  }
  return saved;
}
