import type { DemoOutlet } from "./demo-outlets.ts";

/** An item as it stands at some moment. */
export type Published = {
  readonly id: string;
  readonly title: string;
  /** Paragraphs separated by empty lines. */
  readonly text: string;
  readonly published: Date;
  readonly updated: Date;
};

type Format = {
  readonly contentType: string;
  readonly render: (outlet: DemoOutlet, items: readonly Published[]) => string;
};

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** An element of text; escaped for XML. */
function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function paragraphs(text: string): string[] {
  return text.trim().split(/\n\s*\n/);
}

function html(text: string): string {
  return paragraphs(text)
    .map((paragraph) => element("p", paragraph))
    .join("\n");
}

function teaser(text: string): string {
  return paragraphs(text)[0] ?? "";
}

function linkOf({ domain }: DemoOutlet, { id, published }: Published): string {
  return `https://${domain}/${published.toISOString().slice(0, 10).replaceAll("-", "/")}/${id}`;
}

/** The text of an item as RSS carries it: HTML, escaped once more. */
function rssBody({ shows }: DemoOutlet, { text }: Published): string {
  switch (shows) {
    case "teaser":
      return element("description", teaser(text));
    case "description":
      return element("description", html(text));
    case "content":
      return `${element("description", teaser(text))}\n${element("content:encoded", html(text))}`;
  }
}

function rss(outlet: DemoOutlet, items: readonly Published[]): string {
  const entries = items.map((item) =>
    [
      "<item>",
      `<guid isPermaLink="false">${outlet.domain}:${item.id}</guid>`,
      element("title", item.title),
      element("link", linkOf(outlet, item)),
      element("pubDate", item.published.toUTCString()),
      rssBody(outlet, item),
      "</item>",
    ].join("\n"),
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
${element("title", outlet.name)}
${element("link", `https://${outlet.domain}/`)}
${element("description", `News from ${outlet.name}`)}
<language>en</language>
${entries.join("\n")}
</channel>
</rss>
`;
}

function atomBody({ shows }: DemoOutlet, { text }: Published): string {
  const summary = element("summary", teaser(text));
  const content = `<content type="html">${escapeXml(html(text))}</content>`;
  switch (shows) {
    case "teaser":
      return summary;
    case "description":
      return content;
    case "content":
      return `${summary}\n${content}`;
  }
}

function atom(outlet: DemoOutlet, items: readonly Published[]): string {
  const entries = items.map((item) =>
    [
      "<entry>",
      element("id", `tag:${outlet.domain},2025:${item.id}`),
      element("title", item.title),
      `<link rel="alternate" href="${linkOf(outlet, item)}"/>`,
      element("published", item.published.toISOString()),
      element("updated", item.updated.toISOString()),
      atomBody(outlet, item),
      "</entry>",
    ].join("\n"),
  );
  const newest = Math.max(0, ...items.map((item) => item.updated.getTime()));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
${element("id", `tag:${outlet.domain},2025:feed`)}
${element("title", outlet.name)}
<link rel="alternate" href="https://${outlet.domain}/"/>
${element("updated", new Date(newest).toISOString())}
<author>${element("name", outlet.name)}</author>
${entries.join("\n")}
</feed>
`;
}

function rdf(outlet: DemoOutlet, items: readonly Published[]): string {
  const links = items.map((item) => `<rdf:li rdf:resource="${linkOf(outlet, item)}"/>`);
  const entries = items.map((item) =>
    [
      `<item rdf:about="${linkOf(outlet, item)}">`,
      element("title", item.title),
      element("link", linkOf(outlet, item)),
      element("dc:date", item.published.toISOString()),
      rssBody(outlet, item),
      "</item>",
    ].join("\n"),
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="https://${outlet.domain}/">
${element("title", outlet.name)}
${element("link", `https://${outlet.domain}/`)}
${element("description", `News from ${outlet.name}`)}
<dc:language>en</dc:language>
<items><rdf:Seq>${links.join("")}</rdf:Seq></items>
</channel>
${entries.join("\n")}
</rdf:RDF>
`;
}

const FORMATS: Readonly<Record<DemoOutlet["format"], Format>> = {
  rss: { contentType: "application/rss+xml; charset=utf-8", render: rss },
  atom: { contentType: "application/atom+xml; charset=utf-8", render: atom },
  rdf: { contentType: "application/rdf+xml; charset=utf-8", render: rdf },
};

/** The feed document of an outlet with these items, the newest first, in the outlet's own format. */
export function renderDocument(
  outlet: DemoOutlet,
  items: readonly Published[],
): { readonly contentType: string; readonly body: string } {
  const { contentType, render } = FORMATS[outlet.format];
  return { contentType, body: render(outlet, items) };
}
