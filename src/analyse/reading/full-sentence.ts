/** Verb forms that carry a sentence. A word in -ed counts, an -ing form does not. */
const FINITE =
  /\b(?:is|are|was|were|am|be|been|has|have|had|does|do|did|will|would|shall|should|can|could|(?<!\b(?:on|in|of|since|from|to|by|until|late|early|mid)[\s-])may(?!\s\d)|might|must|cannot|says|said|told|went|came|took|made|gave|got|saw|found|left|held|kept|began|met|sent|ran|won|lost|led|brought|bought|fought|caught|sold|spoke|broke|chose|drove|wrote|rose|fell|grew|threw|drew|flew|hit|shot|struck|became|withdrew|spent|built|felt|heard|paid|fled|stood|set|put|cut|let|quit|hurt|sank|shook|swept|blew|tore|dug|sought|tells|calls|urges|warns|kills|wants|claims|denies|plans|seeks|faces|meets|launches|begins|continues|remains|shows|needs|makes|takes|gives|goes|comes|follows|highlights|\p{Ll}{2,}(?:ed|’s|n['’]t))\b/iu;
const THIRD_PERSON =
  /(?:^|\s)(?:\p{Lu}[\p{L}'’.-]*|it|he|she|that|which|who|they)\s+(?:\p{L}+ly\s+)?\p{Ll}{2,}(?:s|es)\s+(?:\p{Ll}|\p{Lu}|\d)/u;
/** "According to the ministry." is a source without its sentence. */
const SOURCE_ONLY = /^(?:according to|as per|per|with reporting by|reporting by|source|photo|image)\b(?![^.]*,)/iu;

/** Whether words are a sentence of their own: they have a finite verb and are not only the name of a source. */
export function standsAlone(words: string): boolean {
  return !SOURCE_ONLY.test(words.trim()) && (FINITE.test(words) || THIRD_PERSON.test(words));
}

const LONGEST_SUBJECT = 50;
/** Adverbs and prepositions that open a sentence before its subject. */
const OPENS_OTHERWISE =
  /^(?:in|on|at|by|after|before|during|since|when|while|as|if|although|amid|despite|with|for|from|to|but|and|also|later|earlier|meanwhile|there|it|he|she|they|this|that|these|those|we|i|you)\b/i;

/** "Mila Tarn, who led the talks, said": what is said of the subject between commas. */
const ASIDE = /^([^,]{2,50}), (?:who|whose|which|an?|the|its|\p{Lu})[^,]{2,120}, (?=\p{Ll}+\s)/u;

/** Whether words go on with a verb whose subject stands before them: "said it was ready", "and struck a port". */
export function beginsWithVerb(words: string): boolean {
  const [, first = "", rest = ""] = /^(?:(?:and|but)\s)?(\p{Ll}+)\s(.*)$/su.exec(words) ?? [];
  return (
    FINITE.exec(first)?.index === 0 && !(ATTRIBUTE.test(first) && /^\p{Ll}+s?\s/u.test(rest) && !OBJECT.test(rest))
  );
}

/** "armed men", "suspected rebels": participles that stand before a noun more often than they tell an act. */
const ATTRIBUTE =
  /^(?:un\p{Ll}+ed|armed|masked|hooded|suspected|alleged|displaced|injured|wounded|retired|detained|freed|trapped|elected|stranded|captured|rescued|hundred|organi[sz]ed|occupied|wanted)$/u;
const OBJECT =
  /^(?:the|an?|by|in|on|at|to|with|from|for|during|when|and|its|his|her|their|more|about|over|nearly|some|one|two|three|four|five|six|seven|eight|nine|ten|several|dozens)\s/;

/** The words before the first finite verb of a sentence, when they can be its subject. */
export function subjectOf(whole: string): string | undefined {
  const sentence = whole.replace(ASIDE, "$1 ");
  const verb = FINITE.exec(sentence) ?? undefined;
  const subject = verb === undefined ? "" : sentence.slice(0, verb.index).replace(/\s+$/, "");
  const isUsable = subject.length > 1 && subject.length <= LONGEST_SUBJECT && !/[,;:“”"]/.test(subject);
  return isUsable && !OPENS_OTHERWISE.test(subject) ? subject : undefined;
}
