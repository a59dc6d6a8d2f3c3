import { UserError } from "../lib/user-error.ts";
import type { Run } from "./command.ts";

/** A feed's address without its query, where tokens like to live. */
export function shownUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

/** The option `url`, as an address of the web. */
export function urlOption(run: Run): string {
  const typed = run.options["url"] ?? "";
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url && (url.protocol === "https:" || url.protocol === "http:")) return url.href;
  throw new UserError(`"${typed}" is not the address of a feed.`, "Give a full address that begins with https://.");
}
