import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { startApp } from "../src/app.ts";
import { createConsoleChat } from "../src/chat/console/console-chat.ts";
import { loadConfig } from "../src/config/load.ts";
import { createWebSource } from "../src/feeds/web/web-source.ts";
import { createLog } from "../src/lib/log.ts";
import { openStore } from "../src/store/sql/open.ts";
import { type BenchItem, rssOf } from "./corpus.ts";
import { type Figure, inFolder, rounded } from "./measure.ts";

const log = createLog("silent");

async function startOutlet(published: () => readonly BenchItem[]) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/rss+xml" }).end(rssOf(published()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/rss`, stop: () => server.close() };
}

/** From the moment a poll may see an item to its post in the console, over loopback HTTP. */
export async function benchLatency(): Promise<Figure[]> {
  const published: BenchItem[] = [];
  const outlet = await startOutlet(() => published);
  const { settings, watches } = await loadConfig("config");
  const [watch] = watches;
  if (!watch) throw new Error("no watch");
  return inFolder(async (folder) => {
    const console = createConsoleChat();
    let shown: (() => void) | undefined;
    const chat: typeof console = {
      ...console,
      deliver: async (delivery, signal) => {
        const outcome = await console.deliver(delivery, signal);
        shown?.();
        return outcome;
      },
    };
    let ahead = 0;
    const app = await startApp({
      settings,
      watches: [{ ...watch, feeds: [{ url: outlet.url, outlet: { name: "Bench" } }] }],
      store: await openStore(`sqlite:${join(folder, "bench.db")}`),
      source: createWebSource({
        userAgent: "sitrep/bench",
        allowPrivateHosts: ["127.0.0.1"],
        limits: settings.poll,
        log,
      }),
      chats: [chat],
      clock: { now: () => new Date(Date.now() + ahead) },
      log,
      web: { host: "127.0.0.1", port: 0 },
    });
    const times: number[] = [];
    for (let at = 0; at < 20; at++) {
      const place = ["Pahalgam", "Uri", "Poonch", "Lahore", "Karachi"][at % 5];
      published.push({
        id: `news-${at}`,
        title: `Shelling kills ${at + 3} near ${place} in Kashmir`,
        text: `Artillery shelling near ${place} killed ${at + 3} people, officials in India said.`,
        at: new Date(Date.now() + ahead),
      });
      ahead += 3_600_000;
      const begun = performance.now();
      const posted = new Promise<void>((resolve) => {
        shown = resolve;
      });
      await app.step();
      await Promise.race([posted, new Promise((resolve) => setTimeout(resolve, 2_000))]);
      times.push(performance.now() - begun);
    }
    await app.stop();
    outlet.stop();
    times.sort((a, b) => a - b);
    return [
      {
        what: "publish to post on loopback once polled, ms (median, worst of 20)",
        value: `${rounded(times[10] ?? 0)}, ${rounded(times[19] ?? 0)}`,
      },
    ];
  });
}

/** A fresh start to a ready console, and what the process holds then. */
export async function benchStart(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const begun = performance.now();
    const child = spawn(process.execPath, ["src/main.ts", "run"], {
      env: { PATH: process.env["PATH"], SITREP_DATA: folder, SITREP_PORT: "0", LOG_LEVEL: "silent" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    await new Promise<void>((resolve, reject) => {
      child.stderr.on("data", (data) => String(data).includes("console is at") && resolve());
      child.on("exit", () => reject(new Error("sitrep did not start")));
    });
    const seconds = (performance.now() - begun) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
    const resident = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
    child.removeAllListeners("exit");
    child.kill("SIGTERM");
    return [
      { what: "start to ready, s", value: rounded(seconds) },
      { what: "memory when idle, MB", value: Number.isNaN(resident) ? "unknown here" : rounded(resident) },
    ];
  });
}
