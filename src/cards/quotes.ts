import type { CardQuote, Text } from "../model/card.ts";
import type { Quote } from "../model/findings.ts";
import { joined, linkTo } from "./sources.ts";

/** Below this confidence no speaker is shown: a wrong attribution is the worst fault of all. */
const SHOWN_CONFIDENCE = 0.85;
/** More outlets than these are counted, not named. */
const MOST_OUTLETS = 4;

type Carrier = { readonly outlet: string; readonly url?: string };

export type QuoteTelling = Quote & Carrier;

const PRONOUN = /^(?:he|she|it|they|we|i|you|who|one)$/i;

/** The name to show for a quotation, or its words for "a Western diplomat"; undefined when it is not sure enough. */
export function shownSpeaker({ confidence, speaker }: Quote): string | undefined {
  if (confidence < SHOWN_CONFIDENCE) return undefined;
  return speaker?.name ?? (PRONOUN.test(speaker?.text ?? "") ? undefined : speaker?.text);
}

/** The same words under other marks and spaces are one quotation: its letters and digits. */
export function quoteKey(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A quotation with every outlet that carries it. */
export type CarriedQuote<T extends QuoteTelling = QuoteTelling> = T & { readonly carriers: readonly Carrier[] };

/** The same words in several outlets are one quotation; the telling with the surest speaker speaks for it. */
export function carriedQuotes<T extends QuoteTelling>(tellings: readonly T[]): CarriedQuote<T>[] {
  return [...Map.groupBy(tellings, ({ text }) => quoteKey(text)).values()].flatMap((group) => {
    const [best] = [...group].sort((a, b) => b.confidence - a.confidence);
    return best === undefined ? [] : [{ ...best, carriers: carriersOf([best, ...group]) }];
  });
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
  return {
    text: shownText(quote.text),
    ...(speaker === undefined ? {} : { speaker }),
    ...(role === undefined || speaker === undefined ? {} : { role }),
    source: outletsInWords(quote.carriers),
  };
}
