import { expect, test } from "vitest";
import { parseFeed } from "../../src/feeds/document/parse.ts";
import { UserError } from "../../src/lib/user-error.ts";
import { GROWING } from "../fakes/feeds/hostile.ts";

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';

function parse(text: string, url?: string) {
  return parseFeed(Buffer.from(text), { ...(url && { url }), details: true });
}

/** An RSS feed around the given items. */
function rss(items: string): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
}

async function titles(text: string): Promise<(string | undefined)[]> {
  return (await parse(text)).entries.map(({ title }) => title);
}

test("an entry of RSS comes with all that it tells", async () => {
  const { entries, ...feed } = await parse(
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"
      xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>The &lt;b&gt;Desk&lt;/b&gt;</title>
      <link>https://desk.example/</link><language>en_GB</language><ttl>15</ttl><item>
      <title>A &amp;amp; B</title><guid isPermaLink="false">g-1</guid><link>/one</link>
      <pubDate>Sat, 10 May 2025 12:00:00 +0530</pubDate><dc:creator>Ann Lee</dc:creator><dc:creator>Bo Li</dc:creator>
      <description>short</description><c:encoded><![CDATA[<p>long &amp; rich</p>]]></c:encoded>
      <category>War</category><category>Talks</category>
      <enclosure url="/a.mp3" type="audio/mpeg" length="1"/></item></channel></rss>`,
    "https://desk.example/feed.xml",
  );
  expect(feed).toEqual({
    title: "The Desk",
    url: "https://desk.example/",
    language: "en-GB",
    asks: { minIntervalMs: 900_000 },
  });
  expect(entries).toEqual([
    {
      guid: "g-1",
      title: "A & B",
      url: "https://desk.example/one",
      published: new Date("2025-05-10T06:30:00Z"),
      summary: "short",
      content: "<p>long &amp; rich</p>",
      details: {
        authors: ["Ann Lee", "Bo Li"],
        categories: ["War", "Talks"],
        enclosures: [{ url: "https://desk.example/a.mp3", type: "audio/mpeg" }],
      },
    },
  ]);
});

test("an entry of Atom is read with its links, people, bases and language", async () => {
  const { entries } = await parse(
    `<feed ${ATOM} xml:base="https://desk.example/atom/" xml:lang="fr"><author><name>The Desk</name></author>
      <entry><id>tag:desk,2025:1</id><title type="text">1 &lt;b&gt; 2</title><link rel="edit" href="edit/1"/>
      <link type="image/png" href="1.png"/><link rel="alternate" href="one"/><link rel="enclosure" href="a.pdf"/>
      <updated>2025-05-10T10:00:00.987Z</updated><category term="war" label="War"/></entry>
      <entry xml:lang="ur"><title>Two</title><author><name>Ann</name><email>a@desk.example</email></author></entry></feed>`,
  );
  expect(entries[0]).toEqual({
    guid: "tag:desk,2025:1",
    title: "1 <b> 2",
    url: "https://desk.example/atom/one",
    published: new Date("2025-05-10T10:00:00.987Z"),
    updated: new Date("2025-05-10T10:00:00.987Z"),
    language: "fr",
    details: {
      authors: ["The Desk"],
      categories: ["War"],
      enclosures: [{ url: "https://desk.example/atom/a.pdf" }],
    },
  });
  expect(entries[1]).toMatchObject({ details: { authors: ["Ann"] }, language: "ur" });
});

test("an entry's details are read for those alone who ask", async () => {
  const rss = '<rss version="2.0"><channel><item><title>A</title><category>War</category></item></channel></rss>';
  const json = '{"version":"https://jsonfeed.org/version/1.1","items":[{"title":"A","tags":["War"]}]}';
  for (const text of [rss, json]) {
    expect((await parseFeed(Buffer.from(text))).entries).toEqual([{ title: "A" }]);
    expect((await parse(text)).entries).toMatchObject([{ title: "A", details: { categories: ["War"] } }]);
  }
});

test("RSS 1.0 keeps its items beside the channel and its ids in rdf:about", async () => {
  const { title, entries } = await parse(
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
      <channel rdf:about="u"><title>T</title></channel><item rdf:about="urn:1"><title>One</title></item></rdf:RDF>`,
  );
  expect([title, entries[0]?.guid, entries[0]?.title]).toEqual(["T", "urn:1", "One"]);
});

test("a JSON Feed is read, and wrong values in it count as absent", async () => {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "J",
    authors: [{ name: "The Desk" }],
    items: [
      { id: 7, url: "/7", title: "Seven", content_html: "<p>x</p>", date_published: "2025-05-10T10:00:00+02:00" },
      { id: "8", title: 8, tags: "none", content_text: "eight", authors: [{ name: "Ann" }] },
      "not an item",
    ],
  };
  const { title, entries } = await parse(`\ufeff ${JSON.stringify(feed)}`, "https://j.example/feed.json");
  expect(title).toBe("J");
  expect(entries).toEqual([
    {
      guid: "7",
      title: "Seven",
      url: "https://j.example/7",
      published: new Date("2025-05-10T08:00:00Z"),
      content: "<p>x</p>",
      details: { authors: ["The Desk"], categories: [], enclosures: [] },
    },
    { guid: "8", content: "eight", details: { authors: ["Ann"], categories: [], enclosures: [] } },
  ]);
});

test("JSON with bare line ends and tabs inside texts, and with commas after the last of a list, is read", async () => {
  const json = `{"version": "https://jsonfeed.org/version/1.1", "items": [
    {"id": "1", "title": "One, ] and \\", }", "content_text": "a\n\tb", "tags": ["x", ], },
  ]}`;
  const { entries } = await parse(json);
  expect(entries).toMatchObject([
    { guid: "1", title: 'One, ] and ", }', content: "a  b", details: { categories: ["x"] } },
  ]);
});

test("what cannot be mended costs no more than its length", async () => {
  for (const text of ['{"items":"\\"', '{"items":"', '{"items":[,']) {
    const json = `${text}${'\\"'.repeat(500_000)}\\`;
    await expect(parse(json)).rejects.toThrow("the JSON in it is broken");
  }
});

test.each([
  ["a web page", "<!DOCTYPE html><html><body>hello</body></html>"],
  ["a list of feeds", '<opml version="2.0"><body><outline xmlUrl="https://a.example/"/></body></opml>'],
  ["another document", "<svg><title>x</title></svg>"],
  ["nothing", ""],
  ["plain words", "service unavailable"],
  ["JSON of another kind", '{"a":1}'],
  ["broken JSON", '{"items":['],
])("%s is not a feed", async (_, text) => {
  await expect(parse(text)).rejects.toThrow(/^not a feed: /);
  await expect(parse(text)).rejects.toBeInstanceOf(UserError);
});

// Every row is an input that loses the feed, or damages it, in a parser that feeds are commonly read with.
test("one Atom entry with a date that is none keeps its place, without a date", async () => {
  const entry = "<entry><title>A</title><published>yesterday</published></entry><entry><title>B</title></entry>";
  const { entries } = await parse(`<feed ${ATOM}>${entry}</feed>`);
  expect(entries.map(({ title, published }) => [title, published])).toEqual([
    ["A", undefined],
    ["B", undefined],
  ]);
});

test("an Atom link written as text counts", async () => {
  const { entries } = await parse(
    `<feed ${ATOM}><entry><title>A</title><link>http://a.example/1</link></entry></feed>`,
  );
  expect(entries[0]?.url).toBe("http://a.example/1");
});

test("Atom with a prefix is read like Atom without", async () => {
  const text = `<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>A</a:title></a:entry></a:feed>`;
  expect(await parse(text)).toMatchObject({ title: "T", entries: [{ title: "A" }] });
});

test.each([
  ["without a version", "<rss><channel><item><title>A</title></item></channel></rss>"],
  ["of an unknown version", '<rss version="7"><channel><item><title>A</title></item></channel></rss>'],
  ["with items outside its channel", "<rss><channel/><item><title>A</title></item></rss>"],
  ["after words of a broken script", `Warning: x<br /><b>y</b>\n${rss("<item><title>A</title></item>")}`],
  ["after blank lines", `\n\n ${rss("<item><title>A</title></item>")}`],
  ["with an unquoted attribute", rss("<item><enclosure url=a type=b/><title>A</title></item>")],
  ["with an attribute twice", rss('<item><enclosure url="a" url="b"/><title>A</title></item>')],
  ["with an end that fits nothing", rss("<item></b><title>A</title></item>")],
  ["with a text that never ends", rss("<description>x<item><title>A</title></item>")],
  ["with capital names", rss("<ITEM><TITLE>A</TITLE></ITEM>").replaceAll("ITEM", "item")],
  ["cut inside a tag", rss("<item><title>A</title></item><item><ti").slice(0, -24)],
])("RSS %s is read", async (_, text) => {
  expect((await titles(text))[0]).toBe("A");
});

test("a cut document gives every entry up to the cut, the last one with what it has", async () => {
  const text = rss("<item><title>A</title></item><item><title>B</title><description>half a sen");
  const cut = text.slice(0, text.indexOf("</channel>"));
  expect((await parse(cut)).entries).toMatchObject([{ title: "A" }, { title: "B", summary: "half a sen" }]);
});

test("a bare ampersand and undeclared references are read as meant", async () => {
  expect(await titles(rss("<item><title>A & B &hellip; &nbsp;&copy;&#8217;&#151;</title></item>"))).toEqual([
    "A & B … ©’—",
  ]);
});

test("markup of XHTML content is the exact slice of the source", async () => {
  const { entries } = await parse(
    `<feed ${ATOM}><entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">one <b>two</b> three</div></content></entry></feed>`,
  );
  expect(entries[0]?.content).toBe("one <b>two</b> three");
});

test("markup inside an RSS description is the exact slice, too", async () => {
  const { entries } = await parse(rss("<item><description><p>a<br>b &amp; c</p></description></item>"));
  expect(entries[0]?.summary).toBe("<p>a<br>b &amp; c</p>");
});

test("the type of an Atom title decides whether it is markup", async () => {
  const title = (type: string) => `<entry><title type="${type}">AT&amp;amp;T &lt;i&gt;</title></entry>`;
  expect(await titles(`<feed ${ATOM}>${title("html")}${title("text")}</feed>`)).toEqual(["AT&T", "AT&amp;T <i>"]);
});

test("control characters are gone, written as bytes or as references", async () => {
  expect(await titles(rss("<item><title>A\u0008B\u0000C\u001fD&#8;E&#xFFFF;F</title></item>"))).toEqual(["ABCDEF"]);
});

test("a title of two lone halves of characters comes out as replacement signs", async () => {
  expect(await titles(rss("<item><title>A&#xD800;B</title></item>"))).toEqual(["A\ufffdB"]);
});

test("base64 is decoded where Atom announces it", async () => {
  const encoded = Buffer.from("<p>naïve</p>").toString("base64");
  const { entries } = await parse(`<feed ${ATOM}><entry><content mode="base64">${encoded}</content></entry></feed>`);
  expect(entries[0]?.content).toBe("<p>naïve</p>");
});

test("entities that a document defines for itself stay unexpanded", async () => {
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  const { entries } = await parse(`<?xml version="1.0"?>${laughs}<rss><item><title>&b;&x;</title></item></rss>`);
  expect(entries[0]?.title).toBe("&b;&x;");
});

test("names that mean something to an object are dropped with what they hold", async () => {
  const { entries } = await parse(
    rss("<item><title>A</title><__proto__><polluted>1</polluted></__proto__><constructor>2</constructor></item>"),
  );
  expect(entries[0]?.title).toBe("A");
  expect(JSON.stringify(entries)).not.toContain("polluted");
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test("deep nesting is refused", async () => {
  const text = rss(`<item><title>A</title>${"<x>".repeat(200_000)}</item>`);
  await expect(parse(text)).rejects.toThrow("nested too deep");
});

test("more than ten megabytes are refused unread", async () => {
  await expect(parseFeed(Buffer.alloc(10_000_001, 0x20))).rejects.toThrow("larger than 10 MB");
});

test("of 20,000 entries the first 5,000 are read", async () => {
  const text = rss(Array.from({ length: 20_000 }, (_, at) => `<item><title>${at}</title></item>`).join(""));
  const read = await titles(text);
  expect([read.length, read[0], read.at(-1)]).toEqual([5000, "0", "4999"]);
});

test("a text of a megabyte is cut", async () => {
  const { entries } = await parse(rss(`<item><description>${"é".repeat(1_000_000)}</description></item>`));
  expect(entries[0]?.summary?.length).toBe(256 * 1024);
});

// Far more than any feed has: whatever took quadratic time would still be at it when the test is given up. How the time
// grows is measured by `npm run bench`.
test.each(GROWING)("400,000 times %s are read or refused", async (_, make) => {
  const entries = await parse(make(400_000)).then(
    (document) => document.entries.length,
    (error: unknown) => error,
  );
  if (typeof entries === "number") expect(entries).toBeLessThanOrEqual(1);
  else expect(entries).toBeInstanceOf(UserError);
});
