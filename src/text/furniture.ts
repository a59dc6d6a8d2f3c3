/** What a page says about itself. */
const ABOUT_THE_PAGE =
  /\b(?:subscribe|sign up|newsletter|click here|follow us|all rights reserved|copyright|download (?:the|our) app|share this|cookies|this (?:article|story) (?:was|has been|is)|photo(?:graph)?:|image:|getty images|file photo)\b/i;
const CORRECTION =
  /^(?:correction|clarification|editor['’]s note|update)\b\s?[:—–-]|\b(?:an? )?(?:earlier|previous) versions? of (?:this|the) (?:story|report|article|headline)\b|\bthis (?:story|report|article|headline) (?:originally|previously|earlier) (?:said|stated|gave)/i;
/** What is said to readers, such as a draw of prizes or a call to write in. */
const TO_READERS =
  /^\s*[@#]\p{L}|\b(?:our|dear) readers\b|\breaders of (?:the|this)\b.{0,40}\b(?:can|may|should)\b|\b(?:tell|send|email|write to) us\b/iu;
/** "(Reporting by …)", "(With inputs from …)". */
const IN_BRACKETS = /^[([][^()[\]]*[)\]]\.?$/u;

/** Whether a sentence is no part of the news: notes of the page, its staff or its advertising, corrections, calls to readers. */
export function isFurniture(sentence: string): boolean {
  return (
    IN_BRACKETS.test(sentence) ||
    CORRECTION.test(sentence) ||
    TO_READERS.test(sentence) ||
    ABOUT_THE_PAGE.test(sentence)
  );
}
