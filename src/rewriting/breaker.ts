const FAILURES = 5;
const PAUSE_MS = 10 * 60_000;

/** Stops asking a server that fails again and again: after five failures in a row it is left alone for ten minutes. */
export function createBreaker(now: () => Date) {
  let failures = 0;
  let openUntil = 0;
  return {
    isOpen: (): boolean => now().getTime() < openUntil,
    succeeded: (): void => {
      failures = 0;
    },
    failed: (): void => {
      failures++;
      if (failures < FAILURES) return;
      failures = 0;
      openUntil = now().getTime() + PAUSE_MS;
    },
  };
}
