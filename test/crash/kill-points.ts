/** How long a post is in the hands of a process that died. */
export const LEASE_MS = 400;

/** The steps of a delivery at which a process may die, in the order in which they are passed. */
export const KILL_POINTS = [
  "before the claim",
  "inside the claim",
  "after the claim",
  "before the request",
  "inside the request",
  "after the answer",
  "inside the settlement",
  "after the settlement",
  "inside the look-up",
  "after the look-up",
] as const;

export type KillPoint = (typeof KILL_POINTS)[number];

/** When a process dies: the n-th time (from 1) that it comes to the point; `inside` a step after about so many ms. */
export type Death = { readonly at: KillPoint; readonly nth: number; readonly afterMs: number };

/** What a delivering process is told. */
export type Orders = {
  readonly databaseUrl: string;
  readonly platform: "discord" | "slack";
  readonly apiUrl: string;
  /** Discord's token, or Slack's bot token. */
  readonly token: string;
  readonly appToken: string;
  readonly leaseMs: number;
  /** For how long after the first attempt the same nonce is sent again; then the channel's history is read. */
  readonly resendWindowMs: number;
  /** Takes every earlier attempt for failed. */
  readonly careless: boolean;
  readonly death?: Death;
};
