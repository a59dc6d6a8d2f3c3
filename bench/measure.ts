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
