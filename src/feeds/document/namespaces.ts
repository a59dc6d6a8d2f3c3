/** Known namespaces by their one prefix. RSS's own have none. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  "": [
    "http://backend.userland.com/rss",
    "http://backend.userland.com/rss2",
    "http://backend.userland.com/rss091",
    "http://blogs.law.harvard.edu/tech/rss",
    "http://cyber.law.harvard.edu/rss/rss.html",
    "http://channel.netscape.com/rdf/simple/0.9",
    "http://my.netscape.com/rdf/simple/0.9",
    "http://my.netscape.com/publish/formats/rss-0.91.dtd",
    "http://purl.org/rss/1.0",
    "http://purl.org/net/rss1.1#",
  ],
  atom: ["http://www.w3.org/2005/atom", "http://purl.org/atom/ns#"],
  content: ["http://purl.org/rss/1.0/modules/content"],
  dc: ["http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0"],
  dcterms: ["http://purl.org/dc/terms"],
  feedburner: ["http://rssnamespace.org/feedburner/ext/1.0"],
  itunes: ["http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd"],
  media: ["http://search.yahoo.com/mrss"],
  rdf: ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
  sy: ["http://purl.org/rss/1.0/modules/syndication"],
  xhtml: ["http://www.w3.org/1999/xhtml"],
  xml: ["http://www.w3.org/xml/1998/namespace"],
};

const PREFIX_OF = new Map(Object.entries(KNOWN).flatMap(([prefix, uris]) => uris.map((uri) => [uri, prefix] as const)));

/** An attribute as it is written. */
export type RawAttribute = readonly [name: string, value: string];

/** What prefixes mean at one place of a document. */
export type Scope = {
  /** The declaration by prefix ("" for the default), as the fixed prefix of a known namespace. */
  readonly declared: ReadonlyMap<string, string | undefined>;
  readonly outer?: Scope;
  /** Names already made uniform here. */
  readonly names: Map<string, string>;
};

export const ROOT_SCOPE: Scope = { declared: new Map(), names: new Map() };

/** The scope inside an element with these attributes: the outer one itself when nothing is declared. */
export function scopeInside(outer: Scope, attributes: readonly RawAttribute[]): Scope {
  let declared: Map<string, string | undefined> | undefined;
  for (const [name, value] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    const prefix = name.slice(6).toLowerCase();
    const uri = value.trim().toLowerCase().replace(/\/$/, "");
    declared ??= new Map();
    // Of two with one name the first counts.
    if (!declared.has(prefix)) declared.set(prefix, PREFIX_OF.get(uri));
  }
  return declared === undefined ? outer : { declared, outer, names: new Map() };
}

function lookUp(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const known = at.declared.get(prefix);
    if (known !== undefined) return known;
    if (at.declared.has(prefix)) return undefined;
  }
  return undefined;
}

/** A name with the fixed prefix of its namespace; one of an unknown namespace keeps its own prefix. */
export function uniformName(scope: Scope, raw: string): string {
  const seen = scope.names.get(raw);
  if (seen !== undefined) return seen;
  const lower = raw.toLowerCase();
  const colon = lower.indexOf(":");
  const written = colon < 0 ? "" : lower.slice(0, colon);
  const prefix = lookUp(scope, written) ?? written;
  const local = lower.slice(colon + 1);
  const name = prefix === "" ? local : `${prefix}:${local}`;
  // A hostile document has many names; the memory is for the few that real ones repeat.
  if (scope.names.size < 1000) scope.names.set(raw, name);
  return name;
}
