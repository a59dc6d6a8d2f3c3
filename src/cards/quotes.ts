import type { CardQuote, Text } from "../model/card.ts";
import type { Quote } from "../model/findings.ts";
import { groupTellings } from "./quote-variants.ts";
import { joined, linkTo } from "./sources.ts";

/** Below this confidence no speaker is shown: a wrong attribution is the worst fault of all. */
const SHOWN_CONFIDENCE = 0.85;
/** More outlets than these are counted, not named. */
const MOST_OUTLETS = 4;
/** More wordings than these would hide the quotation itself. */
const MOST_WORDINGS = 2;

type Carrier = { readonly outlet: string; readonly url?: string };

export type QuoteTelling = Quote & Carrier & { readonly itemRevision?: number };

const PRONOUN = /^(?:he|she|it|they|we|i|you|who|one)$/i;

/** The name to show for a quotation, or its words for "a Western diplomat"; undefined when it is not sure enough. */
export function shownSpeaker({ confidence, speaker }: Quote): string | undefined {
  if (confidence < SHOWN_CONFIDENCE) return undefined;
  return speaker?.name ?? (PRONOUN.test(speaker?.text ?? "") ? undefined : speaker?.text);
}

/** A quotation with every outlet that carries it, and the wordings that differ. */
export type CarriedQuote<T extends QuoteTelling = QuoteTelling> = T & {
  readonly carriers: readonly Carrier[];
  readonly variants?: readonly Variant[];
};

type Variant = { readonly outlet: string; readonly text: string; readonly like: "shortened" | "reworded" };

/** The tellings of one quotation are one entry; the fullest one with a sure speaker speaks for it. */
export function carriedQuotes<T extends QuoteTelling>(tellings: readonly T[]): CarriedQuote<T>[] {
  return groupTellings(tellings, shownSpeaker).map(({ lead, others }) => {
    const variants = others.flatMap(({ telling: { outlet, text }, like }) =>
      like === "same" ? [] : [{ outlet, text, like }],
    );
    const carriers = carriersOf([lead, ...others.map(({ telling }) => telling)]);
    return { ...lead, carriers, ...(variants.length > 0 ? { variants } : {}) };
  });
}

/** "wording differs: Compass has “…”", "shortened in Lantern", "the report was changed". */
function noteOf({ variants = [], itemRevision = 1 }: CarriedQuote): string | undefined {
  const outlets = variants.filter(({ like }) => like === "shortened").map(({ outlet }) => outlet);
  const reworded = variants.filter(({ like }) => like === "reworded").slice(0, MOST_WORDINGS);
  const notes = [
    ...reworded.map(({ outlet, text }) => `wording differs: ${outlet} has “${shownText(text)}”`),
    ...(outlets.length > 0 ? [`shortened in ${[...new Set(outlets)].slice(0, MOST_OUTLETS).join(", ")}`] : []),
    ...(itemRevision > 1 ? [`as the report has it since its revision ${itemRevision}`] : []),
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
  return {
    text: shownText(quote.text),
    ...(speaker === undefined ? {} : { speaker }),
    ...(role === undefined || speaker === undefined ? {} : { role }),
    source: outletsInWords(quote.carriers),
    ...(note === undefined ? {} : { note }),
  };
}
