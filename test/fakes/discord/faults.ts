/** What goes wrong with the next matching request. */
export type Fault = {
  /** Only requests whose "METHOD /path" matches; default: posting and editing messages. */
  readonly on?: RegExp;
  /** How many requests it hits; default 1. */
  readonly times?: number;
} & (
  | { readonly kind: "status"; readonly status: number; readonly code?: number; readonly message?: string }
  | { readonly kind: "rate-limit"; readonly retryAfterMs: number; readonly scope?: "user" | "global" | "shared" }
  /** The request is done at once and answered late. */
  | { readonly kind: "delay"; readonly ms: number }
  /** The connection breaks and nothing is done. */
  | { readonly kind: "drop-before" }
  /** The request is done, and the connection breaks before the answer. */
  | { readonly kind: "drop-after" }
);

const POSTING = /^(?:POST|PATCH) \/channels\/\d+\/messages/;

/** Faults in waiting order; each request takes at most one. */
export function createFaults() {
  const waiting: { fault: Fault; left: number }[] = [];
  return {
    add: (fault: Fault) => waiting.push({ fault, left: fault.times ?? 1 }),
    take: (request: string): Fault | undefined => {
      const hit = waiting.find(({ fault }) => (fault.on ?? POSTING).test(request));
      if (hit === undefined) return undefined;
      hit.left--;
      if (hit.left <= 0) waiting.splice(waiting.indexOf(hit), 1);
      return hit.fault;
    },
  };
}
