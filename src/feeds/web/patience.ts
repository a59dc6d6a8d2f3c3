/** Which hosts asked to be left alone, and until when. */
export type Patience = {
  /** For how long a host must not be asked; 0 when it may. */
  leftMs(host: string, now: Date): number;
  wait(host: string, until: Date): void;
};

/** Begins with nobody to wait for. Feeds of one host that are due together must all hear what the first was told. */
export function createPatience(): Patience {
  const until = new Map<string, number>();
  return {
    leftMs: (host, now) => {
      const left = (until.get(host) ?? 0) - now.getTime();
      if (left <= 0) until.delete(host);
      return Math.max(left, 0);
    },
    wait: (host, date) => void until.set(host, Math.max(until.get(host) ?? 0, date.getTime())),
  };
}
