import type { CardQuote } from "../model/card.ts";
import type { Quote } from "../model/findings.ts";
import { linkTo } from "./sources.ts";

/** Below this confidence no speaker is shown: a wrong attribution is the worst fault of all. */
const SHOWN_CONFIDENCE = 0.75;

export type QuoteTelling = Quote & { readonly outlet: string; readonly url?: string };

/** The name to show for a quotation, or undefined when it is not sure enough. */
export function shownSpeaker(quote: Quote): string | undefined {
  return quote.confidence >= SHOWN_CONFIDENCE ? quote.speaker?.name : undefined;
}

/** Letters and digits only: the same words under other marks and spaces are one quotation. */
function key(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A quotation with every outlet that carries it. */
export type CarriedQuote = QuoteTelling & { readonly outlets: readonly string[] };

/** The same words in several outlets are one quotation; the telling with the surest speaker speaks for it. */
export function carriedQuotes(tellings: readonly QuoteTelling[]): CarriedQuote[] {
  const groups = new Map<string, QuoteTelling[]>();
  for (const telling of tellings) groups.set(key(telling.text), [...(groups.get(key(telling.text)) ?? []), telling]);
  return [...groups.values()].flatMap((group) => {
    const [best] = [...group].sort((a, b) => b.confidence - a.confidence);
    return best === undefined ? [] : [{ ...best, outlets: [...new Set(group.map((t) => t.outlet))] }];
  });
}

export function cardQuote(quote: CarriedQuote, role?: string): CardQuote {
  const speaker = shownSpeaker(quote);
  const others = quote.outlets.length - 1;
  return {
    text: quote.text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(role === undefined || speaker === undefined ? {} : { role }),
    source: [linkTo(quote.outlet, quote.url)],
    ...(others > 0 ? { note: `also in ${others} other ${others === 1 ? "outlet" : "outlets"}` } : {}),
  };
}
