import { isFields } from "./blocks.ts";

/** Whom or what a message addresses, in Slack's own notation: `<!channel>`, `<@U1>`, `<!subteam^S1>`. */
export function pingsOf(message: { readonly text?: unknown; readonly blocks?: unknown }): string[] {
  return [...markupPings(message.text), ...blockPings(message.blocks)];
}

/** Control sequences (`<…>`) in everything that Slack would read as markup: links, mentions, dates. */
export function controlsOf(message: { readonly text?: unknown; readonly blocks?: unknown }): string[] {
  return [...controls(message.text), ...markupTexts(message.blocks).flatMap(controls)];
}

function markupPings(text: unknown): string[] {
  return controls(text).filter((control) => /^<(?:!(?:here|channel|everyone|group|subteam)|@)/.test(control));
}

function controls(text: unknown): string[] {
  return typeof text === "string" ? (text.match(/<[^<>]+>/g) ?? []) : [];
}

function blockPings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(blockPings);
  if (!isFields(value)) return [];
  if (value.type === "broadcast") return [`<!${String(value.range)}>`];
  if (value.type === "user") return [`<@${String(value.user_id)}>`];
  if (value.type === "usergroup") return [`<!subteam^${String(value.usergroup_id)}>`];
  if (value.type === "mrkdwn") return markupPings(value.text);
  return Object.values(value).flatMap(blockPings);
}

function markupTexts(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(markupTexts);
  if (!isFields(value)) return [];
  return value.type === "mrkdwn" ? [value.text] : Object.values(value).flatMap(markupTexts);
}
