const MAX_LINK_LENGTH = 2_000;

/** Marks with which a chat's markup could end a link early or start something else. */
const DANGEROUS = /[<>|()[\]*_~\\`"' ]/g;

/** A plain host name or IPv4 address; URL has already made it ASCII. */
const HOST = /^[a-z0-9._-]+$/;

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}

function parsed(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}

/**
 * The address as it may stand behind a link, or undefined when it must not be one: only http and https, no user
 * name or password, a plain host, at most 2,000 characters, markup characters percent-encoded.
 */
export function safeLink(url: string): string | undefined {
  const address = url.length <= MAX_LINK_LENGTH ? parsed(url) : undefined;
  if (address === undefined) return undefined;
  if (address.protocol !== "http:" && address.protocol !== "https:") return undefined;
  if (address.username !== "" || address.password !== "" || !HOST.test(address.hostname)) return undefined;
  const rest = `${address.pathname}${address.search}${address.hash}`.replace(DANGEROUS, percentEncoded);
  const link = `${address.origin}${rest}`;
  return link.length <= MAX_LINK_LENGTH ? link : undefined;
}
