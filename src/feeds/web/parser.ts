import { Piscina } from "piscina";
import type { Read, Reading } from "../document/read-feed.ts";
import { createLanes } from "./lanes.ts";
import type { Task } from "./parse-worker.ts";

/** Reads feeds in threads of their own, so that no document can stop or end the process. */
export type FeedParser = {
  /**
   * Never rejects: a document that breaks its thread is unreadable, with the reason in plain words. Takes the bytes, which
   * may be gone from here afterwards.
   */
  read(reading: Reading): Promise<Read>;
  stop(): Promise<void>;
};

/** What one document may cost its thread. */
export type ParserOptions = {
  /** For the document alone: neither waiting for a thread nor starting one counts. */
  readonly deadlineMs?: number;
  readonly memoryMb?: number;
};

const DEADLINE_MS = 1500;
const MEMORY_MB = 256;
/** Room for what lives for one document: the default holds on to the waste of dozens. */
const YOUNG_MB = 32;
/** One for the usual work, and one that goes on while a bad document holds the other. */
const MAX_THREADS = 2;
const IDLE_MS = 60_000;
/** A thread that cannot even start is no reason to wait for ever. */
const START_MS = 30_000;

const WORKER = new URL("./parse-worker.ts", import.meta.url).href;

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "the feed could not be read";
  if (error.name === "AbortError") return "the feed took too long to read";
  if ("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return "the feed needs too much memory to be read";
  return `the feed could not be read: ${error.message}`;
}

/**
 * The bytes in memory of their own, to be handed over: small buffers share one pool, all of which would be sent along. What
 * stays behind is left to the collector, which walks the whole heap to be rid of a few dozen documents outside of it.
 */
function alone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, length } = bytes;
  const isPooled = buffer.byteLength <= Buffer.poolSize || !(buffer instanceof ArrayBuffer);
  return isPooled ? new Uint8Array(bytes) : new Uint8Array(buffer, byteOffset, length);
}

/** A signal that fires so long after the work has begun, or never did. */
function createDeadline(ms: number) {
  const controller = new AbortController();
  const late = () => controller.abort();
  let timer = setTimeout(late, START_MS);
  return {
    signal: controller.signal,
    begin: () => {
      clearTimeout(timer);
      timer = setTimeout(late, ms);
    },
    end: () => clearTimeout(timer),
  };
}

/** A pool of threads, started when they are needed and ended when they are idle. A broken one is replaced. */
export function createFeedParser({ deadlineMs = DEADLINE_MS, memoryMb = MEMORY_MB }: ParserOptions = {}): FeedParser {
  const pool = new Piscina<Task, Read>({
    filename: WORKER,
    name: "readTask",
    execArgv: [],
    // Whatever a document does to its thread, it finds no secrets there.
    env: {},
    minThreads: 0,
    maxThreads: MAX_THREADS,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
  });
  // A thread that dies between two documents has nobody to tell; the next document gets a new one.
  pool.on("error", () => {});
  // The pool's own queue would wait for ever behind threads that all broke: only as much is handed over as it has threads.
  const lanes = createLanes({ overall: MAX_THREADS, perHost: MAX_THREADS });

  const deadlines = new Map<number, ReturnType<typeof createDeadline>>();
  pool.on("message", (number: number) => deadlines.get(number)?.begin());
  let tasks = 0;

  async function readNow(reading: Reading): Promise<Read> {
    const number = tasks++;
    const deadline = createDeadline(deadlineMs);
    deadlines.set(number, deadline);
    try {
      const bytes = alone(reading.bytes);
      const task = { reading: { ...reading, bytes }, number };
      return await pool.run(task, { signal: deadline.signal, transferList: [bytes.buffer] });
    } catch (error) {
      return { kind: "unreadable", reason: reasonOf(error) };
    } finally {
      deadline.end();
      deadlines.delete(number);
    }
  }

  return {
    read: (reading) => lanes.run("any", () => readNow(reading)),
    stop: () => pool.destroy(),
  };
}
