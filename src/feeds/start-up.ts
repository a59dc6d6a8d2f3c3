/** So many feeds are asked at once whenever they are due. */
const FEW = 32;
/** Of more, so many a second are due at a start. */
const PER_SECOND = 10;
/** Feeds are due in so many groups. */
const GROUPS = 60;

/** The group that a feed is always in: ids are hashes of addresses. */
function groupOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % GROUPS;
}

/** Feeds by when they are asked, in milliseconds from now. */
export type Departures = ReadonlyMap<number, readonly string[]>;

/**
 * Spreads the feeds that are due at a start (new ones, and those whose time came while nothing ran) over up to
 * `intervalMs`, each at its own place. A few dozen need no spreading.
 */
export function departures(due: readonly string[], intervalMs: number): Departures {
  const groups = new Map<number, string[]>();
  if (due.length <= FEW) return groups;
  const windowMs = Math.min(intervalMs, (due.length / PER_SECOND) * 1000);
  for (const id of due) {
    const waitMs = Math.round((windowMs * groupOf(id)) / GROUPS);
    const group = groups.get(waitMs);
    if (group) group.push(id);
    else groups.set(waitMs, [id]);
  }
  return groups;
}
