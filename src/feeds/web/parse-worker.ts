import { parentPort } from "node:worker_threads";
import { type Read, type Reading, readFeed } from "../document/read-feed.ts";

/** A reading on its way to a worker, under a number of its own. */
export type Task = { readonly reading: Reading; readonly number: number };

/** Reads one feed in the worker thread that loaded this file. Tells the task's number when it begins. */
export async function readTask({ reading, number }: Task): Promise<Read> {
  parentPort?.postMessage(number);
  try {
    return await readFeed(reading);
  } finally {
    const { buffer } = reading.bytes;
    // Freed now, not when the collector comes for it.
    if (buffer instanceof ArrayBuffer) buffer.transfer(0);
  }
}
