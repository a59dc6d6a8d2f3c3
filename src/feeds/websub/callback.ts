import { createHmac, timingSafeEqual } from "node:crypto";

/** Weaker ones are not accepted: https://www.w3.org/TR/websub/#recognized-algorithm-names */
const ALGORITHMS = new Set(["sha256", "sha384", "sha512"]);
const LONGEST_CHALLENGE = 2_048;

/** Whether `X-Hub-Signature` proves that the body came from who knows the secret. Takes the same time for any digest. */
export function isSigned(body: Uint8Array, header: string | null, secret: string): boolean {
  const [algorithm = "", digest = ""] = (header ?? "").split("=", 2);
  if (!ALGORITHMS.has(algorithm)) return false;
  const expected = createHmac(algorithm, secret).update(body).digest();
  const given = Buffer.from(digest, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Whether two secrets are equal, in the same time for any of them. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => createHmac("sha256", "compare").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** What a hub asks at the callback before it acts. */
export type Intent =
  | {
      readonly kind: "subscribe" | "unsubscribe";
      readonly topic: string;
      readonly challenge: string;
      readonly leaseSeconds: number;
    }
  | { readonly kind: "denied"; readonly topic: string; readonly reason: string };

/** Reads the hub's question from the query; undefined when it is none. */
export function intentOf(query: URLSearchParams): Intent | undefined {
  const [kind, topic] = [query.get("hub.mode"), query.get("hub.topic")];
  if (topic === null) return undefined;
  if (kind === "denied") return { kind, topic, reason: (query.get("hub.reason") ?? "").slice(0, 200) };
  const challenge = query.get("hub.challenge") ?? "";
  if ((kind !== "subscribe" && kind !== "unsubscribe") || challenge === "" || challenge.length > LONGEST_CHALLENGE)
    return undefined;
  const lease = Number(query.get("hub.lease_seconds") ?? 0);
  return { kind, topic, challenge, leaseSeconds: Number.isFinite(lease) && lease > 0 ? lease : 0 };
}
