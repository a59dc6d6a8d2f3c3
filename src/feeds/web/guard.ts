import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { buildConnector } from "undici";

/** An address that feeds must not reach. The message names no address: it may be shown in a chat. */
export class RefusedAddress extends Error {
  override readonly name = "RefusedAddress";
}

const PRIVATE = "the address is inside a private network";
const PORTS = new Set(["", "80", "443", "8080", "8443"]);
const CONNECT_TIMEOUT_MS = 10_000;

/** IPv4 written inside IPv6: `::a.b.c.d` counts as public by its range, but reaches what the IPv4 address reaches. */
const EMBEDDED: readonly [string, number][] = [
  ["::", 96],
  ["64:ff9b::", 96],
  ["64:ff9b:1::", 48],
  ["2002::", 16],
  ["fec0::", 10],
];

/** Whether an IP address is on the public internet. Mapped, translated and tunnelled IPv4 addresses are not taken as such. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== "unicast") return false;
  return !(
    parsed instanceof ipaddr.IPv6 && EMBEDDED.some(([start, bits]) => parsed.match(ipaddr.IPv6.parse(start), bits))
  );
}

/** What the guard lets through. */
export type Guard = {
  /** Why an address must not be asked at all, before anything is connected; undefined when it may. */
  complaint(url: URL): string | undefined;
  /** Connects to public addresses only: literals, every address a name resolves to, and the one that answered are checked. */
  readonly connect: buildConnector.connector;
};

type Options = {
  /** Names or addresses that are let through, on any port. */
  readonly allowHosts: readonly string[];
  /** Resolves names; the system's by default. */
  readonly lookup?: LookupFunction;
};

function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$|\.$/g, "").toLowerCase();
}

/** The machine itself, whatever a resolver says of it. */
function isLocalName(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost");
}

/** A resolver that fails for a name as soon as one of its addresses is not public. */
export function guardLookup(lookup: LookupFunction, isAllowed: (hostname: string) => boolean): LookupFunction {
  return (hostname, options, callback) =>
    lookup(hostname, options, (error, addresses, family) => {
      if (error) return callback(error, addresses, family);
      const found = Array.isArray(addresses) ? addresses.map(({ address }) => address) : [addresses];
      if (isAllowed(hostname) || found.every(isPublicAddress)) return callback(null, addresses, family);
      return callback(new RefusedAddress(PRIVATE), addresses, family);
    });
}

function complaintAbout(url: URL, isAllowed: (hostname: string) => boolean): string | undefined {
  if (url.protocol !== "http:" && url.protocol !== "https:") return "only http and https addresses are read";
  if (url.username !== "" || url.password !== "") return "the address carries a user name or password";
  const hostname = bare(url.hostname);
  if (isAllowed(hostname)) return undefined;
  if (isLocalName(hostname) || (isIP(hostname) !== 0 && !isPublicAddress(hostname))) return PRIVATE;
  return PORTS.has(url.port) ? undefined : `port ${url.port} is not one that feeds use`;
}

/**
 * Keeps feeds out of private networks. The check is made where the connection is made, so that neither a redirect nor
 * a name that changes its address between two look-ups gets around it.
 */
export function createGuard({ allowHosts, lookup = systemLookup }: Options): Guard {
  const allowed = new Set(allowHosts.map(bare));
  const isAllowed = (hostname: string) => allowed.has(bare(hostname));
  const plain = buildConnector({ timeout: CONNECT_TIMEOUT_MS, allowH2: false, lookup: guardLookup(lookup, isAllowed) });
  return {
    complaint: (url) => complaintAbout(url, isAllowed),
    connect: (options, callback) => {
      const hostname = bare(options.hostname);
      const isFree = isAllowed(hostname);
      if (!isFree && isIP(hostname) !== 0 && !isPublicAddress(hostname))
        return callback(new RefusedAddress(PRIVATE), null);
      return plain(options, (error, socket) => {
        if (error) return callback(error, null);
        if (isFree || isPublicAddress(socket.remoteAddress ?? "")) return callback(null, socket);
        socket.destroy();
        return callback(new RefusedAddress(PRIVATE), null);
      });
    },
  };
}
