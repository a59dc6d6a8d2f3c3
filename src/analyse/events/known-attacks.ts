import type { Span } from "../../model/article.ts";
import { blankOut } from "../../text/blank-out.ts";
import { violenceIn } from "./acts.ts";

const ATTACKS =
  "(?:attacks?|air ?strikes?|strikes?|killings?|massacres?|bombings?|blasts?|explosions?|shootings?|assaults?|raids?|violence|bloodshed|shelling|clashes|fighting|hostilities|conflict|operation|ambush|murders?|deaths?|ceasefire|truce)";
const WORDS = "(?:(?!(?:and|or|but|by|is|are|was|were|has|have|had)\\b)[\\p{L}\\p{N}’'.-]+\\s+){0,5}?";

/** What somebody does about an attack that was before: speaks of it, judges it, looks into it. */
const ABOUT_IT =
  "condemn\\w*|claim\\w*|involved in|denounc\\w*|mourn\\w*|aveng\\w*|investigat\\w+|recall\\w*|deplor\\w*|defend(?:s|ed|ing)?|justif\\w+|prais\\w+|hail(?:s|ed|ing)?|welcom\\w+|prob(?:es?|ed|ing)|examin\\w+|review(?:s|ed|ing)?|critici[sz]\\w+|react\\w* to|respond\\w* to|surviv(?:es?|ed|ing)|retell\\w*|retold|depict\\w*|portray\\w*|revisit\\w*|commemorat\\w*|remember\\w*|reliv\\w+|recreat\\w+|chronicl\\w+";
/** What somebody feels about it. */
const MOVED_BY =
  "(?:appalled|shocked|horrified|saddened|dismayed|outraged|alarmed|stunned|disturbed)[\"'”’]?\\s+(?:by|at|over)";
/** What it left behind. */
const LEFT_BY =
  "(?:victims?|survivors?|anniversary|aftermath|perpetrators|scenes?|images?|days|weeks?)\\s+of|(?:damage|destruction|fallout|debris|ruins|lessons)\\s+(?:from|of)";

/** An attack that the reader is taken to know of: somebody mourns it, answers it, is blamed for it. */
const KNOWN_ATTACK = new RegExp(
  `\\b(?:(?:${ABOUT_IT})|${MOVED_BY}|${LEFT_BY}|` +
    "(?:blam\\w+|responsib\\w+|accus\\w+|condolences|punish\\w*|grief|sorrow|outrage|anger|tensions?)\\s+(?:\\S+\\s+){0,6}?(?:for|of|over|at|after)|" +
    "(?:probe|inquiry|investigation)\\s+(?:into|of)|" +
    "(?:response|reply|reaction|retaliation|revenge)\\s+(?:to|for)|in (?:the )?wake of|since|over|during|behind|linked to|relating to|related to)" +
    `\\s+(?:(?:the|a|an|this|that|last|recent)\\s+)?${WORDS}${ATTACKS}\\b`,
  "giu",
);

/** "that the strikes, in which 12 people died, were a warning": a judgement of what is known. */
const JUDGED = new RegExp(
  `\\bthat\\s+the\\s+${WORDS}${ATTACKS}\\b(?:, [^,.;]*,)?\\s+(?:was|were|is|are|had been)\\s+(?:an?|the|not|in|meant|aimed|legitimate|lawful|justified|necessary|part)\\b`,
  "giu",
);

/** "search at the bombed base": what was hit before. */
const HIT_BEFORE =
  /\b(?:the|a|at|of|in|from|near|outside|to)\s+(?:bombed|shelled|attacked)(?:-out)?\s+(?:\p{L}+\s+)?(?:base|market|school|hospital|mosque|church|town|village|city|port|building|camp|airport|house|plant|site|station)s?\b/giu;

/** "at the base where 12 people were killed": said of a place; when the sentence itself tells no violence, that was before. */
const WHERE = /,?\s+where\s(?!(?:they|he|she|it|who)\b)[^,;.]*/giu;

/** "the attack", "last week's strikes", "the April 22 attack": known, where it stands as an object or after a preposition. */
const NAMED_ATTACK = new RegExp(
  "\\b(?:of|for|over|on|to|from|about|after|against|into|in|with|during|following|followed|before|until|discuss\\w*|call\\w*|describ\\w*)\\s+" +
    `(?:the|this|that|those|these|last|\\p{L}+['’]s|\\p{Lu}\\p{L}+\\s+\\d{1,2}|\\d{1,2}\\s+\\p{Lu}\\p{L}+)\\s+${WORDS}${ATTACKS}\\b`,
  "gu",
);

/** What follows such an attack and tells of it: "in which 26 people were killed". */
const TOLD_OF_IT =
  /^(?:\s+(?:on|in|at|near|of|last|this|by|against)\s+[^,;.]{1,50}?)?,?\s+(?:in which|during which|where|when|that|which)\s[^,;]*/u;

/** "in 2008, when 166 were killed": news of the day needs no year. */
const IN_A_YEAR = /\b(?:in|of|since|from)\s+(?:19|20)\d\d,?\s+when\s[^.;]*/giu;

/** Those who did it, once the reader knows of it: "the men who killed 26 people". */
const THOSE_WHO =
  /\b(?:the|those)\s+(?:\p{L}+\s+){0,3}?(?:who|that)\s+(?:had\s+)?(?:killed|shot|attacked|carried|opened|bombed|struck|hit|murdered|massacred|stood|planned)(?:(?!\s(?:were|was|has|have|is|are)\b)[^,;.])*/giu;

/** The dead whom somebody mourns were killed before: "funerals held for children killed in the bombing". */
const MOURNED =
  /\b(?:aveng\w+|revenge|recall\w*|recount\w*|relive\w*|survivors?|arrested|sentenced|convicted|funerals?|burials?|bur(?:y|ies|ied)|prayers?|vigils?|tributes?|mourn\w*|compensation|honou?r(?:s|ed|ing)?|memorials?|condolences|relatives|famil(?:y|ies))\b[^.;,]*?\b(?:killed|slain|died|shot|dead|murdered)\b[^,;.]*/giu;

/** "The attack killed …", "India says that the attack had …": what is said of something that the reader knows of. */
const SAID_OF_KNOWN = new RegExp(
  `(?:^["“‘]?(?:The|That|This|Those|Last \\p{L}+['’]s)|\\b(?:that|says|said)\\s+(?:the|that|this|those))\\s+${WORDS}${ATTACKS}\\b[^;.]*`,
  "u",
);

/** Where a sentence speaks of attacks that its reader is taken to know, with what it tells of them. */
export function knownAttacks(text: string, sentence: Span): Span[] {
  const words = text.slice(sentence.start, sentence.end);
  return [KNOWN_ATTACK, NAMED_ATTACK, JUDGED, HIT_BEFORE, IN_A_YEAR, THOSE_WHO, MOURNED].flatMap((pattern) =>
    [...words.matchAll(pattern)].map((hit) =>
      withTold(text, { start: sentence.start + hit.index, end: sentence.start + hit.index + hit[0].length }, sentence),
    ),
  );
}

/** What is said of the places of a sentence that tells no violence of its own. */
export function saidOfPlaces(text: string, sentence: Span): Span[] {
  return [...text.slice(sentence.start, sentence.end).matchAll(WHERE)].flatMap((hit) => {
    const [start, end] = [sentence.start + hit.index, sentence.start + hit.index + hit[0].length];
    const own = blankOut(text, knownAttacks(text, sentence));
    return violenceIn(own, { start: sentence.start, end: start }) === "none" ? [{ start, end }] : [];
  });
}

/** The words for an attack with what follows and tells of it. */
export function withTold(text: string, span: Span, sentence: Span): Span {
  return { ...span, end: span.end + (TOLD_OF_IT.exec(text.slice(span.end, sentence.end))?.[0].length ?? 0) };
}

/** Where a sentence says more of such an attack: "The attack killed …". */
export function saidOfKnown(text: string, sentence: Span): Span[] {
  const hit = SAID_OF_KNOWN.exec(text.slice(sentence.start, sentence.end));
  if (hit === null) return [];
  const start = sentence.start + hit.index;
  return [{ start, end: start + hit[0].length }];
}
