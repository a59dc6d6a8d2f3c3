/** How many values two ascending lists share. */
function sharedCount(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

/** How alike two sets are: `containment` is the shared part of the smaller one, `resemblance` (Jaccard) of both together. */
export type Likeness = { readonly containment: number; readonly resemblance: number };

/** Broder, "On the resemblance and containment of documents" (1997), counted exactly. */
export function likeness(a: Uint32Array, b: Uint32Array): Likeness {
  const shared = sharedCount(a, b);
  if (shared === 0) return { containment: 0, resemblance: 0 };
  return { containment: shared / Math.min(a.length, b.length), resemblance: shared / (a.length + b.length - shared) };
}
