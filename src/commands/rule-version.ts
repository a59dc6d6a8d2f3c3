import { count } from "../cards/wording.ts";
import { inForce } from "../config/edits.ts";
import { shortId } from "../lib/short-id.ts";
import type { Watch } from "../model/watch.ts";
import type { WatchEdit } from "../store/store.ts";

/** So many characters of the id tell one form of a watch from another. */
const LENGTH = 7;

/**
 * Which form of a watch was asked: an id made from its words, names, weights and thresholds, so that another answer to
 * the same text can be traced to another form; and the server's changes in it.
 */
export function versionInWords(watch: Watch, log: readonly WatchEdit[]): string {
  const { threshold, require, sides, actors, events, topics, negatives } = watch;
  const version = shortId(JSON.stringify({ threshold, require, sides, actors, events, topics, negatives })).slice(
    0,
    LENGTH,
  );
  const edits = inForce(log);
  const last = edits.at(-1);
  const changed = last === undefined ? "" : `, with ${count(edits.length, "change")} of this server (last: ${last.id})`;
  return `Rules: ${watch.id}, version ${version}${changed}`;
}
