import { parentPort } from "node:worker_threads";
import { type Reading, readFeed } from "../document/read-feed.ts";

// Runs in a thread of its own: reads one feed for each message.
parentPort?.on("message", async (reading: Reading) => {
  parentPort?.postMessage(await readFeed(reading));
});
parentPort?.postMessage("ready");
