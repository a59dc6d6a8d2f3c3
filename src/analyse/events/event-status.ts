import type { Span } from "../../model/article.ts";
import type { EventStatus, EventType, Statement } from "../../model/findings.ts";
import { disownsAt } from "./unreal.ts";

const DENIED =
  /\b(?:den(?:y|ies|ied|ying)|denials?|refut(?:e|es|ed)|disput(?:e|es|ed)|(?:reject|dismiss)(?:s|es|ed|ing)? (?:what \p{L}+ (?:called|termed|described as) )?(?:as \p{L}+ )?(?:the |all |any |as )?(?:[\p{L}-]+(?:['’]s)? ){0,2}(?:allegations?|accusations?|claims?|reports?|charges?|criticism|speculation|suggestions?|rumou?rs?|assertions?)|(?:allegation|accusation|claim|report|charge)s? (?:(?:that|which) )?(?:[\p{L}'’]+ ){1,4}(?:reject|dismiss)(?:s|ed|es))\b/iu;
const ALLEGED =
  /\b(?:(?<!\b(?:that|which|who) (?:(?:was|were|is|are|had|has|have) )?)alleg(?!ed (?!attack|strike|bomb|kill|massacre|murder|raid|plot|abus|tortur|violat|incursion|shelling|shooting|assault|rape|war)\p{L})\w+|accus\w+|purported(?:ly)?|blam(?:e|es|ed|ing)|(?:is|are|was|were|be|been) suspected|suspected (?:of|to)\b|suspected (?=(?:\p{L}+ ){0,2}(?:attack|strike|bomb|arson|sabotage))|claim(?:s|ed|ing)?\b(?! (?:responsibility|the lives|the life|\d|at least|credit)))/iu;
const UNCONFIRMED =
  /\b(?:reports? of|unconfirmed|unverified|reportedly|rumou?r\w*|believed to|appear(?:s|ed)? to|feared (?:dead|killed)|not (?:yet )?(?:be(?:en)? )?(?:independently )?(?:verif(?:y|ied)|confirm(?:ed)?)|unable to (?:independently )?(?:verify|confirm))\b/iu;
const PLANNED =
  /\b(?:will|would|shall|could|may|might|plans? to|planned to|hopes? to|hoping to|aims? to|aiming to|wants? to|seeks? to|seeking to|consider\w*|trying to|attempting to|set to|scheduled|due to|expected to|intends? to|going to|poised to|prepar(?:es?|ing) to|(?:is|are|was|were) to)\s+(?:[\p{L}\d][\p{L}\d.,’'-]*\s+){0,8}$/u;
const ATTRIBUTED =
  /\b(?:said|says|say|told|according to|announced|stated|noted|added|confirmed|reported|quoted|tweeted)\b/iu;

/** "A further swap is planned for next week." */
const IS_PLANNED =
  /^[^,;]{0,60}?\b(?:is|are)\s(?:now\s|also\s)?(?:planned|scheduled|due|expected|slated|set)\s(?:for|on|in|next|to)\b/u;

/** "remarks that it said were false": an aside about a thing. */
const ASIDE = /\b(?:that|which|what) (?:it|he|she|they) (?:said|says|called|added)\b/gi;

/** "The claims could not be verified": said of what stands before it. */
const DOUBT =
  /(?:^|[.!?]\s+|\n\s*)(?:neither |none of )?(?:the|this|that|these|those|his|her|its|their|both|it|they)\b[^.]{0,60}?\b(?:could|can|has|have) not (?:yet )?be(?:en)? (?:independently )?(?:verified|confirmed)|(?:^|[.!?]\s+|\n\s*)there (?:was|is) no (?:independent )?(?:confirmation|verification)/i;
const DOUBT_NEAR = 200;
const DOUBTED = /\b(?:could|can) not (?:yet )?be (?:independently )?(?:verified|confirmed)\b/i;

/** Whether the rest of the sentence, or the next one, says that nobody could confirm it. */
function isDoubted(text: string, { start, end }: Span): boolean {
  return DOUBTED.test(text.slice(start, end)) || DOUBT.test(text.slice(end, end + DOUBT_NEAR).trimStart());
}

/** How sure the text is of an event told in `clause`. Attribution counts only where a statement or a reporting verb covers it. */
export function statusOf(
  text: string,
  event: Span & {
    readonly type: EventType;
    readonly at: number;
    readonly isApart: boolean;
    readonly isJoined: boolean;
  },
  around: { readonly sentence: Span; readonly statements: readonly Statement[] },
): EventStatus {
  const words = text.slice(event.start, event.end);
  if (event.type === "reject" && (DENIED.test(words) || disownsAt(text, event) !== undefined)) return "denied";
  if (UNCONFIRMED.test(words) || isDoubted(text, around.sentence)) return "unconfirmed";
  if (ALLEGED.test(words)) return "alleged";
  if (PLANNED.test(text.slice(event.start, event.at)) || IS_PLANNED.test(text.slice(event.at, event.end)))
    return "planned";
  // What stands after "following" or "after" is taken as known by whoever speaks.
  if (event.isApart) return "stated";
  // "Pakistan denies it and launched …": the second verb is the author's own, though the statement may run over it.
  const isReported = around.statements.some(
    ({ start, end }) => start <= event.at && end > event.at && (start >= event.start || !event.isJoined),
  );
  if (isReported) return "attributed";
  const told = text.slice(around.sentence.start, around.sentence.end).replace(ASIDE, "");
  return ATTRIBUTED.test(told) ? "attributed" : "stated";
}
