import { UserError } from "../lib/user-error.ts";
import { documentUrl } from "../text/urls.ts";
import type { Run } from "./command.ts";

/** A feed's address without its query, where tokens like to live. */
export function shownUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** An address as browsers and feed readers hand it over: `feed:https://…`, `feed://…`, or a bare `example.org/rss`. */
function completed(typed: string): string {
  const address = typed.trim().replace(/^feed:(?=https?:)/i, "");
  return address.replace(/^(?:feed:)?\/\/|^(?=[\w-]+(?:\.[\w-]+)+(?:[:/?]|$))/i, "https://");
}

/** The option `url`, as the address of a document of the web. */
export function urlOption(run: Run): string {
  const typed = run.options["url"] ?? "";
  const url = documentUrl(completed(typed));
  if (url !== undefined) return url;
  throw new UserError(
    `"${typed}" is not the address of a feed.`,
    "Give a full address that begins with https:// and names no user.",
  );
}
