import { html, raw } from "hono/html";
import type { Action, Card, CardQuote, CardSource, Fact, Inline, Reply, Row, Text } from "../../model/card.ts";
import { encodeAction } from "../invocation-code.ts";
import { levelLabel } from "../level.ts";
import { safeLink } from "../link.ts";
import { cleanText } from "../untrusted.ts";
import type { Shelved } from "./shelf.ts";

/** Escaped HTML. Only this module and the page make it. */
export type Html = ReturnType<typeof raw>;

const MAX_ACTION_CODE = 400;

/** `html` gives a promise only when a part is one; ours never are. */
function markup(made: ReturnType<typeof html>): Html {
  if (made instanceof Promise) throw new Error("a template with a promise inside");
  return made;
}

function join(parts: readonly Html[]): Html {
  return raw(parts.map(String).join(""));
}

function words(text: string): Html {
  const lines = cleanText(text).split("\n");
  return join(lines.map((line, at) => markup(at === 0 ? html`${line}` : html`<br />${line}`)));
}

/** The element of another card on the page. */
const CARD_ON_PAGE = /^#post-[0-9a-z]+$/;

function link(label: Html, url: string | undefined): Html {
  if (url !== undefined && CARD_ON_PAGE.test(url)) return markup(html`<a href="${url}">${label}</a>`);
  const safe = url === undefined ? undefined : safeLink(url);
  if (safe === undefined) return label;
  return markup(html`<a href="${safe}" target="_blank" rel="noopener noreferrer nofollow">${label}</a>`);
}

function inline(span: Inline): Html {
  switch (span.kind) {
    case "text":
      return words(span.text);
    case "strong":
      return markup(html`<strong>${words(span.text)}</strong>`);
    case "link":
      return link(words(span.text), span.url);
    case "channel":
      return words(`#${span.id}`);
    case "time": {
      const iso = span.at.toISOString();
      return markup(
        html`<time datetime="${iso}" data-style="${span.style}">${iso.slice(0, 16).replace("T", " ")} UTC</time>`,
      );
    }
  }
}

function spans(text: Text): Html {
  return join(text.map(inline));
}

function fact({ name, value }: Fact): Html {
  return markup(html`<div><dt>${name}</dt><dd>${spans(value)}</dd></div>`);
}

function quotation(quote: CardQuote): Html {
  const who = quote.speaker === undefined ? "speaker not identified" : cleanText(quote.speaker);
  const role = quote.role === undefined ? "" : `, ${cleanText(quote.role)}`;
  const note = quote.note === undefined ? "" : html` · ${words(quote.note)}`;
  return markup(html`<figure class="quote"><blockquote>“${words(quote.text)}”</blockquote>
<figcaption><strong>${who}</strong>${role} · ${spans(quote.source)}${note}</figcaption></figure>`);
}

function rowItem(row: Row, above: Row | undefined): Html {
  const heading =
    row.heading !== undefined && row.heading !== above?.heading ? html`<h4>${words(row.heading)}</h4>` : "";
  const note = row.note === undefined ? "" : html`<p class="note">${spans(row.note)}</p>`;
  const sign = row.sign === undefined ? "" : html`<span class="sign">${row.sign}</span> `;
  return markup(html`<li>${heading}<p>${sign}${spans(row.text)}</p>${note}</li>`);
}

function source(one: CardSource): Html {
  const domain = one.domain === undefined ? "" : html` <span class="domain">${one.domain}</span>`;
  const at = one.at === undefined ? "" : html` ${inline({ kind: "time", at: one.at, style: "relative" })}`;
  return markup(html`<li>${link(words(one.label), one.url)}${domain}${at}</li>`);
}

function button(action: Action): Html {
  const code = encodeAction(action, MAX_ACTION_CODE);
  if (code === undefined) return raw("");
  return markup(html`<button type="submit" name="action" value="${code}">${cleanText(action.label)}</button>`);
}

function section(parts: readonly Html[], wrap: (inner: Html) => ReturnType<typeof html>): Html {
  return parts.length === 0 ? raw("") : markup(wrap(join(parts)));
}

export type CardPlace = {
  /** The element's id, so that a changed card can take its place. */
  readonly id: string;
  /** Where its buttons lead. */
  readonly path: string;
  readonly token: string;
};

/** A card as an HTML article; every word of it escaped, every link checked. */
export function renderCard(card: Card, place: CardPlace): Html {
  const level = card.level === undefined ? "" : html`<span class="level">${levelLabel(card.level)}</span>`;
  const page = card.page === undefined ? "" : html`<p class="note">page ${card.page.number} of ${card.page.of}</p>`;
  const footer = card.footer === undefined ? "" : html`<footer>${spans(card.footer)}</footer>`;
  const lead = card.lead === undefined || card.lead.length === 0 ? "" : html`<p class="lead">${spans(card.lead)}</p>`;
  return markup(html`<article class="card ${card.kind} level-${card.level ?? "none"}" id="${place.id}" tabindex="-1">
<h3>${level} ${link(words(card.title), card.url)}</h3>
${lead}
${section(card.quotes.map(quotation), (inner) => html`${inner}`)}
${section(card.facts.map(fact), (inner) => html`<dl>${inner}</dl>`)}
${section(
  card.rows.map((row, at) => rowItem(row, card.rows[at - 1])),
  (inner) => html`<ul class="rows">${inner}</ul>`,
)}
${section(card.sources.map(source), (inner) => html`<ul class="sources" aria-label="Outlets">${inner}</ul>`)}
${footer}${page}
${section(card.actions.map(button), (inner) => html`<form method="post" action="${place.path}/command" class="actions"><input type="hidden" name="token" value="${place.token}" />${inner}</form>`)}
</article>`);
}

/** A file of a reply: a picture is shown, and every file can be saved. */
function fileItem({ alt, id, name, type }: Shelved, { path }: CardPlace): Html {
  const href = `${path}/files/${id}`;
  const picture = type === "image/png" ? html`<img src="${href}" alt="${cleanText(alt ?? name)}" />` : "";
  return markup(html`<li>${picture}<a href="${href}" download="${name}">Save ${name}</a></li>`);
}

/** A reply as a group of cards, and its files; a private one says so. */
export function renderReply(answered: { reply: Reply; files: readonly Shelved[] }, typed: string, place: CardPlace) {
  const { reply, files } = answered;
  const saved = section(
    files.map((file) => fileItem(file, place)),
    (inner) => html`<ul class="files" aria-label="Files">${inner}</ul>`,
  );
  const cards = reply.cards.map((card, at) => renderCard(card, { ...place, id: `${place.id}-${at}` }));
  const note = reply.visibility === "private" ? "only you see this" : "everyone in the channel would see this";
  return markup(
    html`<section class="reply" id="${place.id}" aria-label="Answer"><p class="asked"><kbd>${cleanText(typed)}</kbd> <span class="note">${note}</span></p>${join(cards)}${saved}</section>`,
  );
}

export { join as joinHtml, markup };
