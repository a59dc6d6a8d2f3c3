import { fold } from "../../text/fold.ts";

/** What kind of report it is, or which edition: "WATCH LIVE:", "UPDATE 2-", "(LEAD)", "1st LD:". */
const LABEL =
  /^\s*(?:(?:read|watch|listen|see)(?:\s(?:live|more|here|now))?|(?:live|news|latest)?\s?(?:blog|updates?|wrap)|live|latest|video|photos?|pictures?|in pictures|gallery|breaking(?:\snews)?|just in|developing|exclusive|update[ds]?|alert|opinion|analysis|explainer|explained|factbox|timeline|wrapup|refile|correct(?:ed|ion)|\d(?:st|nd|rd|th)\sld(?:-writethru)?)(?:\s\d{1,2})?(?:\s*[:|–—]\s*|\s+-\s+|(?<=\d|exclusive|update|wrapup|refile|corrected|analysis|factbox)-(?=\p{L}))|^\s*[([](?:lead|\d(?:st|nd|rd|th) (?:lead|ld)|ld|update\d?|urgent|video|photos?|watch|live|yonhap[^)\]]*)[)\]]\s*/iu;
/** "(VIDEO)", "– as it happened", "| live": what else the page holds. */
const TAIL =
  /\s*(?:[([](?:video|videos|photos?|pictures|watch|live|graphic(?: content)?|updated?|gallery|audio)[)\]]|\s[|–—-]\s(?:as it happened|live(?:\s(?:updates|blog))?|latest(?:\snews)?(?:\supdates)?|video|in pictures|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}))\s*$/iu;
/** " - BBC News", " | Reuters": a short name after the last bar or spaced dash. */
const SITE = /(?:\s+(?:[|»•·]|-|–|—)\s+|\s*｜\s*)(?:[\p{Lu}\p{N}][\p{L}\p{N}.&'’]*)(?:\s+[\p{L}\p{N}.&'’]+){0,3}\s*$/u;
const SITE_WORD =
  /news|times|post|herald|guardian|reuters|bbc|cnn|ndtv|dawn|express|tribune|journal|al jazeera|today|tv|online|\.com|daily|press|telegraph|independent|mail|wire|sky|fox|abc|cbs|nbc|npr|\bdw\b|france 24|hindu|gazette|standard|mirror|observer|agency/i;
/** " | Ukraine": the part of the site, once its name has gone. */
const SECTION = /\s+\|\s+[\p{Lu}][\p{L}&]*(?:\s[\p{L}&]+){0,2}\s*$/u;

/** How a text writes its words: those that it never writes without capitals, by their small letters. */
function namesIn(text: string): ReadonlyMap<string, string> {
  const words = text.match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  const small = new Set(words.filter((word) => word === word.toLowerCase()));
  return new Map(words.flatMap((word) => (small.has(word.toLowerCase()) ? [] : [[word.toLowerCase(), word] as const])));
}

/** Capitals shout: a title all in capitals becomes a plain sentence, with the names that its text writes. */
function calm(title: string, text: string): string {
  const letters = title.replace(/[^\p{L}]/gu, "");
  if (letters.length < 12 || letters !== letters.toUpperCase()) return title;
  const names = namesIn(text);
  const lower = title.toLowerCase().replace(/[\p{L}\p{M}’'-]+/gu, (word) => names.get(word) ?? word);
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

/** Whether what follows the last bar is the outlet's own name, in whole or in part. */
function isNameOf(site: string, outlet: string): boolean {
  const [written, known] = [fold(site).trim(), fold(outlet).trim()];
  return written.length > 2 && ` ${known} `.includes(` ${written} `);
}

function withoutSite(title: string, outlet: string): string {
  const site = SITE.exec(title)?.[0];
  const isSite =
    site !== undefined && (SITE_WORD.test(site) || isNameOf(site, outlet)) && site.length < title.length / 2;
  if (!isSite) return title;
  const rest = title.slice(0, -site.length);
  const section = /\|/.test(site) ? SECTION.exec(rest)?.[0] : undefined;
  return section === undefined ? rest : rest.slice(0, -section.length);
}

/**
 * A feed's title without the site's name, labels such as "WATCH:" or "UPDATE 2-", and shouting; `text` knows its
 * names, `outlet` is what the site is called.
 */
export function cleanTitle(title: string, { text = "", outlet = "" } = {}): string {
  let plain = title.replace(/\s+/g, " ").trim();
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(LABEL, "").replace(TAIL, "").trim();
    plain = withoutSite(plain, outlet).trim();
  }
  return calm(plain === "" ? title.trim() : plain, text);
}
