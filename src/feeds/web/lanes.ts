/** Lets only so much run at the same time, in order of arrival for each host. */
export type Lanes = {
  run<T>(host: string, work: () => Promise<T>): Promise<T>;
};

type Waiting = { readonly host: string; readonly start: () => void };

/** Lanes with room for `overall` pieces of work, `perHost` of them for one host. */
export function createLanes({ overall, perHost }: { readonly overall: number; readonly perHost: number }): Lanes {
  const running = new Map<string, number>();
  const waiting: Waiting[] = [];
  let total = 0;

  const hasRoom = (host: string) => total < overall && (running.get(host) ?? 0) < perHost;
  const enter = (host: string) => {
    total++;
    running.set(host, (running.get(host) ?? 0) + 1);
  };
  const leave = (host: string) => {
    total--;
    const left = (running.get(host) ?? 1) - 1;
    if (left > 0) running.set(host, left);
    else running.delete(host);
    const next = waiting.findIndex((one) => hasRoom(one.host));
    if (next >= 0) waiting.splice(next, 1)[0]?.start();
  };

  return {
    run: async (host, work) => {
      if (hasRoom(host)) enter(host);
      else
        await new Promise<void>((resolve) => {
          const start = () => {
            enter(host);
            resolve();
          };
          waiting.push({ host, start });
        });
      try {
        return await work();
      } finally {
        leave(host);
      }
    },
  };
}
