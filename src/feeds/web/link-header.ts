import { safeHttpUrl } from "../../text/urls.ts";

/** The parts of a Link header (RFC 8288) that matter here: `<address>; rel="a b"`. */
const LINK = /<([^<>]{0,2048})>([^<]{0,500})/g;
const RELATION = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/** The address that a Link header gives for a relation, absolute; undefined when it gives none. */
export function linkOf(header: string | undefined, relation: string, base: string): string | undefined {
  for (const [, address = "", parameters = ""] of (header ?? "").matchAll(LINK)) {
    const [, quoted, bare = ""] = RELATION.exec(parameters) ?? [];
    if ((quoted ?? bare).toLowerCase().split(/\s+/).includes(relation)) return safeHttpUrl(address, base);
  }
  return undefined;
}
