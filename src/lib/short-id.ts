import { hash } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A stable id of 12 characters (60 bits, Crockford base32, lower case) made from its parts, so that making the same
 * thing twice gives the same id.
 */
export function shortId(...parts: readonly string[]): string {
  const digest = hash("sha256", JSON.stringify(parts), "buffer");
  let id = "";
  for (let at = 0; at < 12; at++) id += ALPHABET.charAt((digest[at] ?? 0) & 31);
  return id;
}
