import type { MessagePort } from "node:worker_threads";
import { type Read, type Reading, readFeed } from "../document/read-feed.ts";

/** A reading on its way to a worker, which says on `begun` when it starts. */
export type Task = { readonly reading: Reading; readonly begun: MessagePort };

/** Reads one feed in the worker thread that loaded this file. */
export function readTask({ reading, begun }: Task): Promise<Read> {
  begun.postMessage("begun");
  begun.close();
  return readFeed(reading);
}
