import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Read, Reading } from "../document/read-feed.ts";

/** Reads feeds in a thread of its own, so that no document can stop or end the process. */
export type FeedParser = {
  read(reading: Reading): Promise<Read>;
  stop(): Promise<void>;
};

const DEADLINE_MS = 1500;
const MEMORY_MB = 256;

const WORKER = new URL("./parse-worker.ts", import.meta.url);

async function startWorker(): Promise<Worker> {
  const worker = new Worker(WORKER, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  // It says so when its modules are loaded: the deadline is for the document alone.
  await once(worker, "message");
  return worker;
}

/** The worker's answer, or why there is none. */
async function ask(worker: Worker, reading: Reading, deadlineMs: number): Promise<Read & { readonly broke?: true }> {
  try {
    const answer = once(worker, "message", { signal: AbortSignal.timeout(deadlineMs) });
    worker.postMessage(reading);
    const [read] = await answer;
    return read as Read;
  } catch (error) {
    return { kind: "unreadable", reason: reasonOf(error), broke: true };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "the feed could not be read";
  if (error.name === "AbortError") return "the feed took too long to read";
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return "the feed needs too much memory to be read";
  return `the feed could not be read: ${error.message}`;
}

/** One thread, started when it is first needed and again after a document broke it. */
export function createFeedParser({ deadlineMs = DEADLINE_MS }: { readonly deadlineMs?: number } = {}): FeedParser {
  let worker: Promise<Worker> | undefined;
  let last: Promise<unknown> = Promise.resolve();

  async function end(): Promise<void> {
    const ended = worker;
    worker = undefined;
    await (await ended)?.terminate();
  }

  async function readNext(reading: Reading): Promise<Read> {
    worker ??= startWorker();
    const read = await ask(await worker, reading, deadlineMs);
    if ("broke" in read) await end();
    return read;
  }

  return {
    read: (reading) => {
      const read = last.then(() => readNext(reading));
      last = read.catch(() => {});
      return read;
    },
    stop: async () => {
      await last;
      await end();
    },
  };
}
