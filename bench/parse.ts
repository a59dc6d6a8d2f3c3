import { parseFeed as feedsmithParse } from "feedsmith";
import { Tokenizer } from "htmlparser2";
import RssParser from "rss-parser";
import { parseFeed } from "../src/feeds/document/parse.ts";
import { GROWING } from "../test/fakes/feeds/hostile.ts";
import { corpus, rssOf } from "./corpus.ts";
import { type Figure, processorTimes, rounded } from "./measure.ts";
import { documentText } from "./outlet-documents.ts";

const nothing = () => {};

/** What no reader of XML can save: the tokenizer alone, whose findings nobody takes. */
function tokenizeOnly(xml: string): void {
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
      ontext: nothing,
      ontextentity: nothing,
    },
  );
  tokenizer.write(xml);
  tokenizer.end();
}

async function parseFigure(kind: string, xml: string): Promise<Figure> {
  const bytes = new TextEncoder().encode(xml);
  const times = await processorTimes({
    ours: () => parseFeed(bytes, { contentType: "application/rss+xml", details: true }),
    alone: () => new RssParser().parseString(xml),
    feedsmith: () => feedsmithParse(xml),
    floor: () => tokenizeOnly(xml),
  });
  const speed = (ms: number) => rounded(bytes.length / 1000 / ms);
  return {
    what: `parse ${kind} (${rounded(bytes.length / 1000)} kB), MB a second of processor`,
    value: speed(times.ours),
    beside:
      `rss-parser ${speed(times.alone)} (× ${rounded(times.alone / times.ours)}), feedsmith ${speed(times.feedsmith)} ` +
      `(× ${rounded(times.feedsmith / times.ours)}), tokenizer alone ${speed(times.floor)} (${rounded(times.floor / times.ours)} of it)`,
  };
}

/** Feed bytes to entries, beside other parsers that get the text decoded. */
export async function benchParse(): Promise<Figure[]> {
  return [
    await parseFigure("a feed of 50 articles", documentText(corpus(50, 8))),
    await parseFigure("a feed of 10 articles", documentText(corpus(10, 8))),
    await parseFigure("a feed of 400 bare teasers", rssOf(corpus(400))),
  ];
}

/** How much dearer a hostile document gets when it grows eight times as long: 8 is linear. */
export async function benchGrowth(): Promise<Figure[]> {
  const growth: [name: string, times: number][] = [];
  for (const [name, make] of GROWING) {
    const [small, large] = [make(20_000), make(160_000)].map((xml) => () => parseFeed(Buffer.from(xml)).catch(nothing));
    if (small === undefined || large === undefined) continue;
    const times = await processorTimes({ small, large }, 20);
    growth.push([name, times.large / times.small]);
  }
  const [name, most] = growth.reduce((worst, one) => (one[1] > worst[1] ? one : worst));
  return [
    {
      what: `hostile documents of ${growth.length} kinds, eight times as long: times the work, at most`,
      value: rounded(most),
      beside: name,
    },
  ];
}
