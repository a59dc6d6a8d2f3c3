/** What is asked of a hub: see https://www.w3.org/TR/websub/#subscriber-sends-subscription-request */
export type HubRequest = {
  readonly mode: "subscribe" | "unsubscribe";
  readonly hub: string;
  readonly topic: string;
  readonly callback: string;
  /** Signs what the hub sends. */
  readonly secret: string;
  readonly leaseSeconds: number;
};

export type HubAnswer = { readonly kind: "accepted" } | { readonly kind: "failed"; readonly reason: string };

/** Servers that push the news of feeds (WebSub). Must never throw for what a hub does. */
export type Hubs = {
  /** Asks a hub; whether it agrees it says later, at the callback. */
  ask(request: HubRequest, signal: AbortSignal): Promise<HubAnswer>;
  stop(): Promise<void>;
};
