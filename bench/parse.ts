import { parseFeed as feedsmithParse } from "feedsmith";
import RssParser from "rss-parser";
import { parseFeed } from "../src/feeds/document/parse.ts";
import { corpus, rssOf } from "./corpus.ts";
import { bestSeconds, type Figure, rounded } from "./measure.ts";

/** Feed bytes to entries, beside rss-parser alone and feedsmith in the same run. */
export async function benchParse(): Promise<Figure[]> {
  const xml = rssOf(corpus(400));
  const bytes = new TextEncoder().encode(xml);
  const megabytes = bytes.length / 1e6;
  const ours = megabytes / (await bestSeconds(() => parseFeed(bytes, { contentType: "application/rss+xml" })));
  const alone = megabytes / (await bestSeconds(() => new RssParser().parseString(xml)));
  const feedsmith = megabytes / (await bestSeconds(() => feedsmithParse(xml)));
  return [
    {
      what: "parse a feed, MB/s",
      value: rounded(ours),
      beside: `rss-parser alone ${rounded(alone)} (× ${rounded(ours / alone)}), feedsmith ${rounded(feedsmith)} (× ${rounded(ours / feedsmith)})`,
    },
  ];
}
