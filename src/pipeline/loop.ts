import cron, { type ScheduledTask } from "node-cron";
import type { Log } from "../lib/log.ts";

/** A step of the pipeline: does all work that is due and gives how much it did. */
export type Step = {
  readonly name: string;
  run(signal: AbortSignal): Promise<number>;
  /** Steps to wake when this one did something. */
  readonly wakes: readonly string[];
};

export type Loop = {
  start(): void;
  /** Runs a step as soon as it is free; all steps when no name is given. */
  wake(name?: string): void;
  /** Lets running steps finish for up to `graceMs`, then aborts them. */
  stop(graceMs: number): Promise<void>;
};

const EVERY_SECOND = "* * * * * *";

/** Runs each step when the clock ticks or something wakes it; never twice at once. The only timers of the pipeline. */
export function createLoop(steps: readonly Step[], log: Log): Loop {
  const abort = new AbortController();
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let ticker: ScheduledTask | undefined;
  /** Nothing runs by itself before the start: whoever steps by hand is not overtaken by a wake-up. */
  let isRunning = false;

  const runOnce = async (step: Step): Promise<void> => {
    try {
      const done = await step.run(abort.signal);
      if (done > 0) for (const name of step.wakes) wake(name);
    } catch (error) {
      if (!abort.signal.aborted) log.error({ step: step.name, err: error }, "step.failed");
    }
  };
  const wakeStep = (step: Step): void => {
    if (!isRunning) return;
    if (running.has(step.name)) {
      again.add(step.name);
      return;
    }
    const run = runOnce(step).finally(() => {
      running.delete(step.name);
      if (again.delete(step.name)) wakeStep(step);
    });
    running.set(step.name, run);
  };
  const wake = (name?: string): void => {
    for (const step of steps) if (name === undefined || step.name === name) wakeStep(step);
  };

  return {
    start: () => {
      isRunning = true;
      ticker = cron.schedule(EVERY_SECOND, () => wake(), { timezone: "UTC", name: "tick" });
      wake();
    },
    wake,
    stop: async (graceMs) => {
      isRunning = false;
      await ticker?.destroy();
      const late = setTimeout(() => abort.abort(), graceMs);
      await Promise.all(running.values());
      clearTimeout(late);
      abort.abort();
    },
  };
}
