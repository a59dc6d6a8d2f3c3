import { type Card, type CardQuote, type Inline, plain, type Row, type Text } from "../model/card.ts";
import { cut } from "./cut.ts";

/** How much of each part of a card is shown; `lead` is an index into LEAD_LENGTHS. */
type Kept = { readonly [part in "sources" | "quotes" | "rows" | "facts" | "lead" | "footer"]: number };

const LEAD_LENGTHS = [0, 100, 200, 400, 800, 1_500, Number.POSITIVE_INFINITY] as const;

/** What goes first, and down to what: one of each kind stays as long as it can, the bare title always. */
const STEPS: readonly (readonly [keyof Kept, number])[] = [
  ["sources", 1],
  ["quotes", 1],
  ["rows", 1],
  ["lead", 1],
  ["facts", 1],
  ["sources", 0],
  ["quotes", 0],
  ["facts", 0],
  ["rows", 0],
  ["lead", 0],
  ["footer", 0],
];

/**
 * The card with as little left out as `fits` asks for: extra sources, extra quotations, older rows, a long lead, then
 * the rest, with "+n more" in their place. Never throws; when not even the bare title fits, that is what it gives.
 */
export function fitCard(card: Card, fits: (card: Card) => boolean): Card {
  const full = everything(card);
  let kept = full;
  let touched = 0;
  for (const [part, least] of STEPS) {
    if (fits(withOnly(card, kept))) break;
    kept = withMost(card, fits, { kept, part, from: least, to: kept[part] });
    touched++;
  }
  // A part may have been cut in vain, because another one was too long: what there is room for comes back.
  for (const [part] of STEPS.slice(0, touched).reverse())
    kept = withMost(card, fits, { kept, part, from: kept[part], to: full[part] });
  return withOnly(card, kept);
}

type Choice = { readonly kept: Kept; readonly part: keyof Kept; readonly from: number; readonly to: number };

function withMost(card: Card, fits: (card: Card) => boolean, { kept, part, from, to }: Choice): Kept {
  const tryCount = (count: number): Kept => ({ ...kept, [part]: count });
  return tryCount(mostThatFits(from, to, (count) => fits(withOnly(card, tryCount(count)))));
}

function everything({ sources, quotes, rows, facts }: Card): Kept {
  const lead = LEAD_LENGTHS.length - 1;
  return { sources: sources.length, quotes: quotes.length, rows: rows.length, facts: facts.length, lead, footer: 1 };
}

/** The largest count from `least` to `most` that fits, or `least` when none does: fewer always fits better. */
function mostThatFits(least: number, most: number, fits: (count: number) => boolean): number {
  let low = Math.min(least, most);
  let high = most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function withOnly(card: Card, kept: Kept): Card {
  const { lead, footer, ...rest } = card;
  const shortLead = lead === undefined ? [] : cutText(lead, LEAD_LENGTHS[kept.lead] ?? 0);
  return {
    ...rest,
    ...(shortLead.length === 0 ? {} : { lead: shortLead }),
    facts: card.facts.slice(0, kept.facts),
    quotes: fewerQuotes(card.quotes, kept.quotes),
    rows: fewerRows(card, kept.rows),
    sources:
      kept.sources < card.sources.length
        ? [...card.sources.slice(0, kept.sources), { label: `+${card.sources.length - kept.sources} more` }]
        : card.sources,
    ...(footer === undefined || kept.footer === 0 ? {} : { footer }),
  };
}

/** The last quotation that stays says how many are missing. */
function fewerQuotes(quotes: readonly CardQuote[], keep: number): readonly CardQuote[] {
  const left = quotes.length - keep;
  const last = quotes[keep - 1];
  if (left <= 0) return quotes;
  if (last === undefined) return [];
  const note = [last.note, `+${left} more`].filter((part) => part !== undefined).join(" · ");
  return [...quotes.slice(0, keep - 1), { ...last, note }];
}

/** A timeline loses its oldest rows, which stand first; a list its last ones. */
function fewerRows({ kind, rows }: Card, keep: number): readonly Row[] {
  const left = rows.length - keep;
  if (left <= 0) return rows;
  if (kind === "timeline") return [{ text: plain(`+${left} earlier`) }, ...rows.slice(left)];
  return [...rows.slice(0, keep), { text: plain(`+${left} more`) }];
}

/** The first `max` characters of a text with its spans; "…" where something was left out. */
function cutText(text: Text, max: number): Text {
  const kept: Inline[] = [];
  let room = max;
  for (const span of text) {
    if (room <= 0) return kept;
    if (span.kind === "time" || span.kind === "channel") {
      kept.push(span);
    } else {
      kept.push({ ...span, text: cut(span.text, room) });
      room -= span.text.length;
    }
  }
  return kept;
}
