import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs `work` until about `ms` have passed and gives the seconds of the best of five rounds. */
export async function bestSeconds(work: () => unknown | Promise<unknown>, ms = 300): Promise<number> {
  await work();
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round++) {
    let runs = 0;
    const begun = performance.now();
    do {
      await work();
      runs++;
    } while (performance.now() - begun < ms);
    best = Math.min(best, (performance.now() - begun) / 1000 / runs);
  }
  return best;
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
