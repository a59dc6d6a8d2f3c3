import type { Article } from "../../model/article.ts";
import type { Findings } from "../../model/findings.ts";
import { findCasualties } from "../../text/casualties.ts";
import { isCrosslink } from "../../text/crosslinks.ts";
import { stem } from "../../text/stem.ts";
import { type Token, tokenize } from "../../text/tokens.ts";
import { countriesAmong, countryNamed } from "../names/country-words.ts";
import { type Details, detailsOf } from "../quotes/details.ts";
import { agentsOf } from "./story-agents.ts";
import { deedsOf, kindsOf } from "./story-kinds.ts";
import type { Named, NameReader } from "./story-names.ts";
import { scenesIn } from "./story-scenes.ts";
import { sharingNothing, type Tells } from "./story-tells.ts";
import { addNamed, addPlaced, addWords, type Terms, type Words } from "./story-terms.ts";

/** A title alone, one with a few lines, or a report: how much there is to go by. */
export type Length = "headline" | "brief" | "full";

/** What the story index reads from an article, once. */
export type StoryItem = {
  readonly id: string;
  /** The folded words of the text, for comparing texts. */
  readonly words: readonly string[];
  /** Figures and names of the text. */
  readonly details: Details;
  readonly terms: Terms;
  readonly tells: Tells;
  readonly length: Length;
};

const TITLE_WEIGHT = 2;
const LEAD_TOKENS = 120;
/** With a lead shorter than this, pairs of words count too; a full text says enough without them. */
const SHORT_LEAD = 80;
/** Words that lead to what came before the news; fewer words than this tell no news. */
const EARLIER = new Set(["after", "following", "since", "amid", "despite"]);
/** "Shots fired | hours into the truce". */
const SPANS = new Set(["minutes", "hours", "days", "weeks", "months"]);
const LEAST_NEWS = 2;
/** Names after so many characters are background. */
const OPENING = 600;
const OPENING_TOKENS = 60;

/** A text without the lines that lead to other stories: they say nothing about this one. */
function ownLines(text: string): string {
  return text
    .split("\n")
    .filter((line) => !isCrosslink(line))
    .join("\n");
}

function wordsOf(text: string, tokens: readonly Token[]): Words {
  return tokens.map(({ start, end, folded }) => ({ folded, written: text.slice(start, end) }));
}

/** What a title tells as news, and what it says came before: "shots fired | hours after the truce". */
function splitTitle(words: Words): { readonly news: Words; readonly earlier: Words } {
  const at = words.findIndex(
    ({ folded }, index) =>
      index >= LEAST_NEWS && (EARLIER.has(folded) || (SPANS.has(folded) && words[index + 1]?.folded === "into")),
  );
  const cut = at < 0 || words.length - at < LEAST_NEWS ? words.length : at;
  return { news: words.slice(0, cut), earlier: words.slice(cut) };
}

function lengthOf(leadTokens: number): Length {
  if (leadTokens === 0) return "headline";
  return leadTokens < SHORT_LEAD ? "brief" : "full";
}

type Part = readonly [text: string, tokens: readonly Token[]];

/** Where it happens, by title and opening, and by what they name of what the watches know. */
function placesIn(
  title: Part,
  start: Part,
  { towns, countries }: Named,
): Pick<Tells, "towns" | "scenes" | "countries"> {
  return {
    towns,
    scenes: scenesIn(...title).union(scenesIn(...start)),
    countries: countries.union(countriesAmong([...wordsOf(...title), ...wordsOf(...start)])),
  };
}

/** An article as the story index compares it. An item without a text is its title. */
export function readStoryItem(article: Article, findings: Findings, readNames: NameReader): StoryItem {
  const title = article.title ?? "";
  const own = ownLines(article.text);
  const body = own.trim() === "" ? title : own;
  const tokens = tokenize(body);
  const titleTokens = tokenize(title);
  const lead = body.trim() === title.trim() ? [] : tokens.slice(0, LEAD_TOKENS);
  const short = lengthOf(lead.length) !== "full";
  const terms: Terms = new Map();
  const { news, earlier } = splitTitle(wordsOf(title, titleTokens));
  addWords(terms, news, { weight: TITLE_WEIGHT, pairs: short });
  const deeds = deedsOf(terms, news.map(({ folded }) => folded).join(" "));
  const titleTerms = [...terms.keys()];
  addWords(terms, wordsOf(body, lead), { weight: 1, pairs: short });
  const opening = `${title}. ${body.slice(0, OPENING)}`;
  const named = readNames(opening);
  // What a title says was done is the news; the acts of the text are then often what came before.
  const acts = deeds.size > 0 ? titleTerms : [...terms.keys()];
  addPlaced(terms, named, short && !kindsOf(terms).has("sport") ? acts : []);
  addWords(terms, earlier, { weight: TITLE_WEIGHT, pairs: short });
  addNamed(terms, findings);
  const details = detailsOf(body, tokens);
  const ofLead = tokens.length <= LEAD_TOKENS ? details : detailsOf(body, tokens.slice(0, LEAD_TOKENS));
  const names = detailsOf(title, titleTokens).names.union(ofLead.names);
  return {
    id: article.id,
    words: tokens.map((token) => token.folded),
    details,
    terms,
    tells: sharingNothing({
      names: new Set([...names].filter((name) => countryNamed(stem(name)) === undefined)),
      kinds: kindsOf(terms),
      deeds,
      agents: agentsOf(news),
      ...placesIn([title, titleTokens], [body, tokens.slice(0, OPENING_TOKENS)], named),
      killed: findCasualties(opening).killed,
    }),
    length: lengthOf(lead.length),
  };
}
