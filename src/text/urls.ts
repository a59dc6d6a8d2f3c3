import { isExtraAt } from "./url-extras.ts";

/** Longest address that is followed or shown. */
const MAX_URL = 2048;

/** Parameters that say where a reader came from, never which page it is. */
const TRACKERS = new Set(
  (
    "_ga _gl cid cmp cmpid cmpid2 cn-reloaded dclid emc ei esid fb_action_ids fb_ref fb_source fbclid feature from-rss " +
    "gaa_at gbraid gclid gclsrc guccounter icid igshid igsh ito link_id mbid mc_cid mc_eid mkt_tok mod msclkid ncid " +
    "ns_campaign ns_fee ns_linkname ns_mchannel ns_source ocid partner pk_cid referrer rss s_cid sc_cid share smid smtyp " +
    "sref sr_share src spm taid traffic_source tsrc twclid wbraid wickedid xtor yclid"
  ).split(" "),
);
const TRACKER_PREFIXES = ["utm_", "mtm_", "pk_", "at_", "hsa_", "ns_", "piwik_", "matomo_", "wt_"];

function isTracker(hostname: string, name: string): boolean {
  const lower = name.toLowerCase();
  if (TRACKERS.has(lower) || TRACKER_PREFIXES.some((prefix) => lower.startsWith(prefix))) return true;
  return isExtraAt(hostname, lower);
}

/** The address as it may be followed and shown: http or https, no user info, at most 2,048 characters. Else undefined. */
export function safeHttpUrl(url: string, base?: string): string | undefined {
  const parsed = URL.parse(url.trim(), base);
  if (parsed === null || (parsed.protocol !== "https:" && parsed.protocol !== "http:")) return undefined;
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  return parsed.href.length > MAX_URL ? undefined : parsed.href;
}

/** The address of a document: a safe one without the place inside of it. */
export function documentUrl(url: string, base?: string): string | undefined {
  return safeHttpUrl(url, base)?.replace(/#.*$/, "");
}

/**
 * The address for comparing only: https, host in lower case without `www.`, `m.`, `amp.`, no port of the protocol's
 * own, fragment, tracker or trailing slash, parameters in order. Undefined when it is no address.
 */
export function canonicalUrl(url: string): string | undefined {
  const safe = safeHttpUrl(url);
  if (safe === undefined) return undefined;
  const { hostname, port, pathname, searchParams } = new URL(safe);
  const host = hostname.replace(/\.$/, "").replace(/^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)/, "");
  const kept = [...searchParams].filter(([name]) => !isTracker(host, name));
  const query = new URLSearchParams(kept);
  query.sort();
  const path = pathname.replace(/\/+$/, "");
  return `https://${host}${port && `:${port}`}${path}${kept.length > 0 ? `?${query}` : ""}`;
}
