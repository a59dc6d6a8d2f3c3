import { shownSpeaker } from "../analyse/quotes/shown-speaker.ts";
import { type CardQuote, plain, type Text } from "../model/card.ts";
import type { FormerQuote, Quote } from "../model/findings.ts";
import { instantInWords } from "../text/dates/day-in-words.ts";
import { groupTellings } from "./quote-variants.ts";
import { joined, linkTo } from "./sources.ts";

/** More outlets than these are counted, not named. */
const MOST_OUTLETS = 4;
/** More wordings than these would hide the quotation itself. */
const MOST_WORDINGS = 2;

type Carrier = { readonly outlet: string; readonly url?: string };

/** A quotation in one report. `until` and `became`: the report's newest text no longer has it as it was. */
export type QuoteTelling = Quote &
  Carrier & { readonly item?: string; readonly itemRevision?: number } & Partial<Pick<FormerQuote, "until" | "became">>;

/** A quotation with every outlet that carries it, the wordings that differ, and the tellings that were changed since. */
export type CarriedQuote<T extends QuoteTelling = QuoteTelling> = T & {
  /** Every report of it, this one among them. */
  readonly tellings: readonly T[];
  readonly carriers: readonly Carrier[];
  readonly variants?: readonly Variant[];
  readonly former?: readonly Former[];
};

type Variant = { readonly outlet: string; readonly text: string; readonly like: "shortened" | "reworded" };
type Former = Carrier & Pick<FormerQuote, "text" | "until" | "became">;

/**
 * The tellings of one quotation are one entry; the fullest one with a sure speaker speaks for it. An entry without
 * carriers is one that no outlet has any more.
 */
export function carriedQuotes<T extends QuoteTelling>(tellings: readonly T[]): CarriedQuote<T>[] {
  return groupTellings(tellings, shownSpeaker).map(({ lead, others }) => {
    const all = [lead, ...others.map(({ telling }) => telling)];
    const variants = others.flatMap(({ telling: { outlet, text, until }, like }) =>
      like === "same" || until !== undefined ? [] : [{ outlet, text, like }],
    );
    const carriers = carriersOf(all.filter(({ until }) => until === undefined));
    const former = formerOf(all, carriers);
    return {
      ...lead,
      tellings: all,
      carriers,
      ...(variants.length > 0 && { variants }),
      ...(former.length > 0 && { former }),
    };
  });
}

/** Tellings that are no more; one outlet's other report may still have the words. */
function formerOf(tellings: readonly QuoteTelling[], carriers: readonly Carrier[]): Former[] {
  const carries = (outlet: string) => carriers.some((carrier) => carrier.outlet === outlet);
  return tellings.flatMap(({ outlet, url, text, until, became }) => {
    if (until === undefined || became === undefined) return [];
    if (carries(outlet) && became !== "reworded") return [];
    return [{ outlet, text, until, became, ...(url === undefined ? {} : { url }) }];
  });
}

const FATE: Readonly<Record<FormerQuote["became"], (outlet: string) => string>> = {
  gone: (outlet) => `no longer in ${outlet}'s text`,
  unquoted: (outlet) => `no longer in quotation marks in ${outlet}'s text`,
  reattributed: (outlet) => `no longer attributed so in ${outlet}'s text`,
  reworded: (outlet) => `changed in ${outlet}'s text`,
};

/** "no longer in Harbour Post's text since 2 Mar 2026, 10:00 UTC". */
function formerInWords({ outlet, text, until, became }: Former, lead: string): string {
  const since = `${FATE[became](outlet)} since ${instantInWords(new Date(until))}`;
  return became === "reworded" && text !== lead ? `${since}, before it “${shownText(text)}”` : since;
}

/** "wording differs: Compass has “…”", "shortened in Lantern", "no longer in Post's text since …". */
function noteOf({ text, variants = [], former = [], itemRevision = 1, until }: CarriedQuote): string | undefined {
  const outlets = variants.filter(({ like }) => like === "shortened").map(({ outlet }) => outlet);
  const reworded = variants.filter(({ like }) => like === "reworded").slice(0, MOST_WORDINGS);
  const notes = [
    ...new Set(former.slice(-MOST_OUTLETS).map((telling) => formerInWords(telling, text))),
    ...reworded.map(({ outlet, text: words }) => `wording differs: ${outlet} has “${shownText(words)}”`),
    ...(outlets.length > 0 ? [`shortened in ${[...new Set(outlets)].slice(0, MOST_OUTLETS).join(", ")}`] : []),
    ...(itemRevision > 1 && until === undefined ? [`as revision ${itemRevision} of the report has it`] : []),
  ];
  return notes.length > 0 ? notes.join("; ") : undefined;
}

function carriersOf(tellings: readonly Carrier[]): Carrier[] {
  const first = new Map<string, Carrier>();
  for (const { outlet, url } of tellings)
    if (!first.has(outlet)) first.set(outlet, { outlet, ...(url === undefined ? {} : { url }) });
  return [...first.values()];
}

/** The words as they are shown: without the comma that only led on to the speaker, and without a lone mark. */
function shownText(text: string): string {
  const bare = text.trim().replace(/[,;:]$/u, "");
  const [opened, closed] = [bare.match(/[“„«]/gu)?.length ?? 0, bare.match(/[”»]/gu)?.length ?? 0];
  if (opened > closed) return bare.replace(/^[“„«]\s*/u, "");
  return closed > opened ? bare.replace(/\s*[”»]$/u, "") : bare;
}

function outletsInWords(carriers: readonly Carrier[]): Text {
  const links = carriers.slice(0, MOST_OUTLETS).map(({ outlet, url }): Text => [linkTo(outlet, url)]);
  const more = carriers.length - MOST_OUTLETS;
  return [...joined(links, ", "), ...(more > 0 ? [{ kind: "text" as const, text: ` and ${more} more` }] : [])];
}

/** A quotation as a card shows it: the words, who said them, and every outlet that carries them. */
export function cardQuote(quote: CarriedQuote, role?: string): CardQuote {
  const speaker = shownSpeaker(quote);
  const note = noteOf(quote);
  const { carriers, former = [] } = quote;
  return {
    text: shownText(quote.text),
    ...(speaker === undefined ? {} : { speaker }),
    ...(role === undefined || speaker === undefined ? {} : { role }),
    source:
      carriers.length > 0 ? outletsInWords(carriers) : [...plain("once in "), ...outletsInWords(carriersOf(former))],
    ...(note === undefined ? {} : { note }),
  };
}
