/** So many of the latest times are asked: a feed with impossible dates must not move the time of all. */
const ASKED = 31;

/** The time of the news stream, told by what is published; it needs no clock and survives a few wrong dates. */
export type NewsTime = {
  /** Takes an item's time, in milliseconds. */
  hear(at: number): void;
  /** The middle one of the latest times, the earlier of two. */
  now(): number;
};

export function createNewsTime(): NewsTime {
  const latest: number[] = [];
  return {
    hear(at) {
      latest.push(at);
      if (latest.length > ASKED) latest.shift();
    },
    now: () => latest.toSorted((a, b) => a - b)[(latest.length - 1) >> 1] ?? 0,
  };
}
