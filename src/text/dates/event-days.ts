import { parseDay } from "./calendar.ts";
import { date, type Rule, rule } from "./date-rule.ts";
import { BLANK } from "./date-words.ts";

const BY = "(?:(?:hamas(?:-led)?|terror(?:ist)?|deadly|suicide)\\s)?";
const DEED = `(?=${BLANK}${BY}(?:attacks?|massacres?|assaults?|hijackings?|bombings?|atrocit(?:y|ies)|siege|carnage|plot(?:ters)?|victims?)\\b)`;
const RIOT = `(?=${BLANK}(?:u\\.?s\\.?\\s)?(?:capitol\\s)?(?:riots?|rioters|insurrection|attack|committee|panel)\\b)`;
const INVASION = `(?=${BLANK}(?:full-scale\\s|russian\\s)?invasion\\b)`;

/** The words, without the year, and the day that they always mean once it has been. */
const KNOWN: readonly (readonly [words: string, day: string])[] = [
  [`9/11(?!/)`, "2001-09-11"],
  [`sept(?:ember|\\.)?${BLANK}11(?:th)?${DEED}`, "2001-09-11"],
  [`7/7${DEED}`, "2005-07-07"],
  [`26/11(?!/)`, "2008-11-26"],
  [`jan(?:uary|\\.)?${BLANK}6(?:th)?${RIOT}`, "2021-01-06"],
  [`(?:feb(?:ruary|\\.)?${BLANK}24(?:th)?|24${BLANK}february)${INVASION}`, "2022-02-24"],
  [`(?:oct(?:ober|\\.)?${BLANK}7(?:th)?|7(?:th)?${BLANK}(?:of${BLANK})?october|10/7|7/10)${DEED}`, "2023-10-07"],
];

/** "on 26/11" may be a day of any year; "the 26/11 attacks" and "since 26/11" are the event. */
const NAMES_EVENT =
  /(?:^|[(“"‘]|\b(?:the|since|after|before|of|post|pre|like|for|as|alleged|hamas[’']?s?|its|their|that|every|another|to|in))[\s-]*$/i;

/** Attacks and invasions that are called by their day, years later too: "the Oct. 7 attack", "since 9/11". */
export const EVENT_DAYS: readonly Rule[] = KNOWN.map(([words, day]) =>
  rule(words, (_, { before, today }) => {
    const isOver = today === undefined || (parseDay(day) ?? today) <= today;
    return isOver && NAMES_EVENT.test(before) ? date(day) : undefined;
  }),
);
