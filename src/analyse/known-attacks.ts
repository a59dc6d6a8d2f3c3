import type { Span } from "../model/article.ts";

const ATTACKS =
  "(?:attacks?|air ?strikes?|strikes?|killings?|massacres?|bombings?|blasts?|explosions?|shootings?|assaults?|raids?|violence|bloodshed|shelling|clashes|fighting|hostilities|conflict|operation|ambush|murders?|deaths?|ceasefire|truce)";
const WORDS = "(?:(?!(?:and|or|but|by|is|are|was|were|has|have|had)\\b)[\\p{L}\\p{N}’'.-]+\\s+){0,5}?";

/** An attack that the reader is taken to know of: somebody mourns it, answers it, is blamed for it. */
const KNOWN_ATTACK = new RegExp(
  "\\b(?:(?:condemn\\w*|claim\\w*|involved in|denounc\\w*|mourn\\w*|avenge\\w*|investigat\\w+|recall\\w*|deplor\\w*)|" +
    "(?:blam\\w+|responsib\\w+|accus\\w+|condolences|punish\\w*|grief|sorrow|outrage|anger|tensions?)\\s+(?:\\S+\\s+){0,6}?(?:for|of|over|at|after)|" +
    "(?:probe|inquiry|investigation)\\s+(?:into|of)|(?:victims?|survivors?|anniversary|aftermath|perpetrators|scenes?|images?|days|weeks?)\\s+of|" +
    "(?:response|reply|reaction|retaliation|revenge)\\s+(?:to|for)|in the wake of|since|over|during|behind|linked to|relating to|related to)" +
    `\\s+(?:(?:the|a|an|this|that|last|recent)\\s+)?${WORDS}${ATTACKS}\\b`,
  "giu",
);

/** "the attack", "last week's strikes", "the April 22 attack": known, where it stands as an object or after a preposition. */
const NAMED_ATTACK = new RegExp(
  "\\b(?:of|for|over|on|to|from|about|after|against|into|in|with|during|following|followed|before|until|discuss\\w*|call\\w*|describ\\w*)\\s+" +
    `(?:the|this|that|those|these|last|\\p{L}+['’]s|\\p{Lu}\\p{L}+\\s+\\d{1,2}|\\d{1,2}\\s+\\p{Lu}\\p{L}+)\\s+${WORDS}${ATTACKS}\\b`,
  "gu",
);

/** What follows such an attack and tells of it: "in which 26 people were killed". */
const TOLD_OF_IT =
  /^(?:\s+(?:on|in|at|near|of|last|this|by|against)\s+[^,;.]{1,50}?)?,?\s+(?:in which|during which|where|when|that|which)\s[^,;]*/u;

/** Those who did it, once the reader knows of it: "the men who killed 26 people". */
const THOSE_WHO =
  /\b(?:the|those)\s+(?:\p{L}+\s+){0,3}?(?:who|that)\s+(?:had\s+)?(?:killed|shot|attacked|carried|opened|bombed|struck|hit|murdered|massacred|stood|planned)(?:(?!\s(?:were|was|has|have|is|are)\b)[^,;.])*/giu;

/** The dead whom somebody mourns were killed before: "funerals held for children killed in the bombing". */
const MOURNED =
  /\b(?:funerals?|burials?|bur(?:y|ies|ied)|prayers?|vigils?|tributes?|mourn\w*|compensation|honou?r(?:s|ed|ing)?|memorials?|condolences|relatives|famil(?:y|ies))\b[^.;,]*?\b(?:killed|slain|died|shot|dead|murdered)\b[^,;.]*/giu;

/** "The attack killed …", "India says that the attack had …": what is said of something that the reader knows of. */
const SAID_OF_KNOWN = new RegExp(
  `(?:^["“‘]?(?:The|That|This|Those|Last \\p{L}+['’]s)|\\b(?:that|says|said)\\s+(?:the|that|this|those))\\s+${WORDS}${ATTACKS}\\b[^;.]*`,
  "u",
);

/** Where a sentence speaks of attacks that its reader is taken to know, with what it tells of them. */
export function knownAttacks(text: string, sentence: Span): Span[] {
  const words = text.slice(sentence.start, sentence.end);
  return [KNOWN_ATTACK, NAMED_ATTACK, THOSE_WHO, MOURNED].flatMap((pattern) =>
    [...words.matchAll(pattern)].map((hit) =>
      withTold(text, { start: sentence.start + hit.index, end: sentence.start + hit.index + hit[0].length }, sentence),
    ),
  );
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
