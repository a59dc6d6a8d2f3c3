import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Seconds of processor so far: other programs on the machine do not count. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs `work` until about `ms` have passed and gives the seconds of processor of the best of five rounds. */
export async function bestSeconds(work: () => unknown | Promise<unknown>, ms = 300): Promise<number> {
  await work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    let runs = 0;
    const begun = processorSeconds();
    do {
      await work();
      runs++;
    } while (processorSeconds() - begun < ms / 1_000);
    best = Math.min(best, (processorSeconds() - begun) / runs);
  }
  return best;
}

const ROUNDS = 9;

/** Processor time of all threads of this process, in milliseconds. */
function processorMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function oneRun(work: () => unknown, least: number): Promise<number> {
  const begun = process.cpuUsage();
  let runs = 0;
  do {
    await work();
    runs++;
  } while (processorMs(begun) < least);
  return processorMs(begun) / runs;
}

/** The middle of the values. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/**
 * Milliseconds of processor that each piece of work takes, garbage collection and other threads included. They take
 * turns, and the middle of the rounds counts: what else the machine does falls on all alike.
 */
export async function processorTimes<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
  leastMs = 150,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(works) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (const name of names) await oneRun(works[name], 3 * leastMs);
  for (let round = 0; round < ROUNDS; round++)
    for (const name of names) times.get(name)?.push(await oneRun(works[name], leastMs));
  return Object.fromEntries(names.map((name) => [name, median(times.get(name) ?? [])])) as Record<Name, number>;
}

export type Figure = { readonly what: string; readonly value: string; readonly beside?: string };

/** "12,300". */
export function rounded(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

/** Gives `work` a folder of its own, and removes it afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "sitrep-bench-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
