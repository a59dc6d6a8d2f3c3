import type { BenchItem } from "./corpus.ts";

function paragraphs(text: string, id: string): string {
  const linked = text.replace(/\. /g, `.</p>\n<p class="body">`).replaceAll("city", `<a href="/topic/${id}">city</a>`);
  return `<figure><img src="https://bench.example/${id}.jpg" width="640" alt=""/></figure><p class="body">${linked}</p>`;
}

function escaped(html: string): string {
  return html.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/** An item as news feeds write it: a teaser in escaped HTML, the article as CDATA, its author, topics and picture. */
function itemOf({ id, title, text, at }: BenchItem): string {
  const url = `https://bench.example/${id}`;
  return `<item><title><![CDATA[${title}]]></title><link>${url}?utm_source=rss</link><guid isPermaLink="false">${id}</guid>
    <pubDate>${at.toUTCString()}</pubDate><dc:creator>A Writer</dc:creator><category>World</category><category>Borders</category>
    <description>${escaped(paragraphs(text.slice(0, 200), id))}</description>
    <content:encoded><![CDATA[${paragraphs(text, id)}]]></content:encoded>
    <media:content url="${url}.jpg" type="image/jpeg" width="640" height="360"/></item>`;
}

/** A feed as an outlet publishes it, some 2.5 kB for each item. */
export function documentText(items: readonly BenchItem[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Bench</title>
    <link>https://bench.example/</link><language>en</language>${items.map(itemOf).join("\n")}</channel></rss>`;
}
