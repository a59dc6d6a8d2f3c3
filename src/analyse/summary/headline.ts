import { standsAlone } from "../reading/full-sentence.ts";
import { shortenNames } from "./short-names.ts";

/** Platforms and readers cut longer ones. */
const MAX_HEADLINE = 120;

/** Words that lead nowhere at the end of a headline. */
const DANGLING =
  /(?:\s(?:and|or|but|of|for|up|to|the|an?|in|on|at|with|by|from|as|that|who|which|its|their|his|her|is|are|was|were|be|been|has|have|had|will|would|could|\p{Ll}{3,}ly|(?:that|which|who)\s\p{L}+))+$/iu;
/** Where a lead may end: before a mark that opens an aside, or a word that starts a further clause. */
const BREAKS =
  /\s*(?:[;—–]|[:,]\s)|\s+(?=(?:after|following|before|when|while|as|amid|since|because|although|though|despite|which|who|where|whose|with|but|and(?=\s\p{Ll})|according|in|on|at|to|for|that|by|from)\b)/gu;

/** A mark parts more than a word does: for one, more of the room may stay empty. */
const MARK = /^\s*[;:,—–]/;

function lastBreak(text: string, room: number): number | undefined {
  let last: number | undefined;
  for (const hit of text.matchAll(BREAKS)) {
    const from = room * (MARK.test(hit[0]) ? 0.6 : 0.8);
    if (hit.index >= from && hit.index <= room) last = hit.index;
  }
  return last;
}

/** An aside between commas after a name: ", the parent company of …,". */
const ASIDE =
  /\s?,\s(?:an?|the|its|his|her|their|one of|which|who|whose|where|also|along with|formerly)\s[^,;:.“”"()]{3,90}?\s?,(?=\s)/giu;
const BRACKETS = /\s?[([][^()[\]]{0,80}[)\]]/gu;
/** The day stands beside the headline anyway. */
const WEEKDAY =
  /\s(?:on\s)?(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:\s(?:morning|afternoon|evening|night))?(?=\s)/giu;
/** A phrase before the subject: "In a ceremony attended by envoys, …". */
const RUN_UP =
  /^(?:in|on|at|after|before|during|despite|following|amid|as|while|according to|\p{L}+\s+(?:years?|days?|weeks?|months?|hours?)\s+after)\s[^,“”"]{8,110},\s+(?=\p{Lu}|the\s|an?\s)/iu;

/** "has announced that it will build": what a body announces of itself it can be said to do. */
const ANNOUNCES =
  /\s(?:(?:has|have|had)\s)?announced(?:\s(?:today|yesterday|on\s\p{L}+day))?\s(?:that\s)?(?:it|they|he|she)\s(?=(?:will|would|is|are|has|have)\s)/u;

/** The lead without what can go before it must be cut: long names, brackets, weekdays, asides, then what runs up to the subject. */
function compress(lead: string): string {
  if ([...lead].length <= MAX_HEADLINE) return lead;
  let text = shortenNames(lead);
  for (const removable of [BRACKETS, WEEKDAY, ANNOUNCES, ASIDE, RUN_UP]) {
    if ([...text].length <= MAX_HEADLINE) return text;
    const shorter = text.replace(removable, removable === ANNOUNCES ? " " : "").trim();
    if (shorter.length > 40) text = shorter.charAt(0).toUpperCase() + shorter.slice(1);
  }
  return text;
}

/** Who says so, at the end of a sentence: ", the harbour police said". */
const SAID =
  /\s?,\s(?:according to\s[^,;]{3,40}$|(?:[^\s,;]+\s){1,6}?(?:(?:has|have)\s)?(?:said|says|say|reported|announced|confirmed|claimed|alleged)(?=\s[^,;]*$|$))/u;

/**
 * At most 120 characters of a lead sentence: asides go first, then it is cut at the last clause break, else at a word.
 * Who says so stays, for a claim must not become a fact.
 */
export function cutHeadline(sentence: string): string {
  const whole = trimEnd(compress(trimEnd(sentence.replace(/\s+/g, " ").trim())));
  if ([...whole].length <= MAX_HEADLINE) return whole;
  const said = SAID.exec(whole);
  const words = said === null ? "" : said[0];
  if (said === null || [...words].length > 0.4 * MAX_HEADLINE) return cut(whole, MAX_HEADLINE);
  return cut(whole.slice(0, said.index), MAX_HEADLINE - [...words].length) + words;
}

function cut(text: string, most: number): string {
  if ([...text].length <= most) return text;
  const room = [...text].slice(0, most).join("").length;
  const atWord = Math.max(text.lastIndexOf(" ", room), 0) || room;
  const atClause = text.slice(0, lastBreak(text, room) ?? atWord);
  return trimEnd((standsAlone(atClause) ? atClause : text.slice(0, atWord)).replace(DANGLING, ""));
}

function trimEnd(text: string): string {
  return text.replace(/[\s,;:–—-]+$/, "").replace(/(?<=[\p{L}\p{N}"”])\s?\.$/u, "");
}
