import { html } from "hono/html";
import { type Html, markup } from "./render.ts";

export type PageParts = {
  readonly channel: string;
  readonly channels: readonly string[];
  readonly cards: Html;
  /** The answer to a command that was sent without script. */
  readonly reply: Html | undefined;
  readonly token: string;
};

function pathOf(channel: string): string {
  return `/c/${encodeURIComponent(channel)}`;
}

/** The whole page: channels, the cards of one of them, and the command box. It works without script, too. */
export function renderPage({ channel, channels, cards, reply, token }: PageParts): Html {
  const links = channels.map(
    (name) =>
      html`<li><a href="${pathOf(name)}" ${name === channel ? html`aria-current="page"` : ""}># ${name}</a></li>`,
  );
  return markup(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title># ${channel} · sitrep</title>
<link rel="icon" type="image/svg+xml" href="/assets/icon.svg" />
<link rel="stylesheet" href="/assets/console.css" />
<script type="module" src="/assets/console.js"></script>
</head>
<body data-path="${pathOf(channel)}" data-token="${token}">
<a class="skip" href="#line">Skip to the command box</a>
<nav aria-label="Channels">
<h1>sitrep</h1>
<ul>${links}</ul>
<p class="hint"><kbd>/</kbd> command <kbd>j</kbd> <kbd>k</kbd> next, previous</p>
</nav>
<main>
<header><h2># ${channel}</h2><span id="connection" class="note" role="status">live</span></header>
<div id="cards" role="feed" aria-label="Stories">${cards}</div>
<p class="empty">No story has been posted here yet. New ones appear by themselves; <kbd>/status</kbd> shows what is being polled.</p>
<div id="replies" aria-live="polite">${reply ?? ""}</div>
<form id="command" method="post" action="${pathOf(channel)}/command" autocomplete="off">
<input type="hidden" name="token" value="${token}" />
<label for="line" class="visually-hidden">Command</label>
<input id="line" name="line" type="text" placeholder="Ask: /latest, /timeline, /quote speaker:…, /help" role="combobox"
 aria-expanded="false" aria-controls="choices" aria-autocomplete="list" spellcheck="false" enterkeyhint="send" required />
<ul id="choices" role="listbox" aria-label="Completions" hidden></ul>
<button type="submit">Ask</button>
</form>
</main>
</body>
</html>`);
}
