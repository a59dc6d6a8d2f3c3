/** Where time comes from; tests drive their own. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };
