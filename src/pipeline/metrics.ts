import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Store } from "../store/store.ts";

/** Everything that is counted, under the names of the operating guide. No per-feed labels: there may be thousands. */
export type Metrics = {
  readonly registry: Registry;
  readonly fetches: Counter<"result">;
  readonly items: Counter<"kind">;
  readonly deliveries: Counter<"platform" | "result">;
  readonly latency: Histogram<"platform">;
  readonly reconciled: Counter<"found">;
  readonly rewritings: Counter<"result">;
  readonly waiting: Gauge;
  readonly oldestSeconds: Gauge;
  readonly dead: Gauge;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 100 });
  return {
    registry,
    fetches: new Counter({
      name: "feed_fetch_total",
      help: "Polls of feeds by result",
      labelNames: ["result"],
      registers,
    }),
    items: new Counter({ name: "items_total", help: "Items by what became of them", labelNames: ["kind"], registers }),
    deliveries: new Counter({
      name: "deliveries_total",
      help: "Delivery attempts by platform and outcome",
      labelNames: ["platform", "result"],
      registers,
    }),
    latency: new Histogram({
      name: "delivery_latency_seconds",
      help: "From first seeing an item to showing its story",
      labelNames: ["platform"],
      buckets: [0.5, 1, 2, 5, 10, 30, 60, 300],
      registers,
    }),
    reconciled: new Counter({
      name: "delivery_reconciled_total",
      help: "Doubtful deliveries looked up in the channel's history",
      labelNames: ["found"],
      registers,
    }),
    rewritings: new Counter({
      name: "rewritings_total",
      help: "Rewordings by a language model: kept, rejected by the check, failed, or put off",
      labelNames: ["result"],
      registers,
    }),
    waiting: new Gauge({ name: "outbox_depth", help: "Posts that show less than they should", registers }),
    oldestSeconds: new Gauge({ name: "outbox_oldest_seconds", help: "Age of the oldest waiting post", registers }),
    dead: new Gauge({ name: "outbox_dead", help: "Posts that a channel refused", registers }),
  };
}

/** Sets the gauges of the queue. */
export async function observe({ posts }: Store, metrics: Metrics, now: Date): Promise<void> {
  const { waiting, oldest, dead } = await posts.depth();
  metrics.waiting.set(waiting);
  metrics.dead.set(dead);
  // What is to be told later waits for its time alone.
  metrics.oldestSeconds.set(oldest ? Math.max(0, now.getTime() - oldest.getTime()) / 1000 : 0);
}
