import { isRoleNoun, looksLikeRole } from "../../text/names/role-nouns.ts";
import { isTitleHead } from "../../text/names/titles.ts";
import { DETERMINERS, PREPOSITIONS } from "../../text/word-classes.ts";
import type { Outline } from "../reading/sentence-parts.ts";
import type { NounPhrase } from "./noun-phrases.ts";
import { genderOfAddress } from "./pronouns.ts";

const LONGEST = 5;
/** Whose name is between commas behind a role is as sure as that both are one. */
export const APPOSED = 0.95;

/** Whether a comma ends an apposition at a part: "his daughter, said", but not "his wife, and two sons". */
function isClosed({ parts }: Outline, at: number): boolean {
  const mark = parts[at]?.text ?? ".";
  if (mark === ",") return !/^(?:and|or|as)$/.test(parts[at + 1]?.lower ?? "");
  return mark === "." || parts[at]?.kind === "quotation";
}

/** The gender that the words beside a name tell: "his wife, NAME", "NAME, his daughter,". */
export function genderBeside(outline: Outline, from: number, to: number): "male" | "female" | undefined {
  return genderOfAddress(wordsBefore(outline, from)) ?? genderOfAddress(wordsAfter(outline, to));
}

function wordsBefore({ parts }: Outline, from: number): string {
  if (parts[from - 1]?.text !== ",") return "";
  for (let at = from - 2; at >= from - 2 - LONGEST && parts[at]?.kind === "word"; at--) {
    if (!DETERMINERS.has(parts[at]?.lower ?? "")) continue;
    const words = parts.slice(at, from - 1);
    return words.some((part) => part.possessive) ? "" : words.map((part) => part.lower).join(" ");
  }
  return "";
}

function wordsAfter(outline: Outline, to: number): string {
  const { parts } = outline;
  if (parts[to]?.text !== "," || !DETERMINERS.has(parts[to + 1]?.lower ?? "")) return "";
  let at = to + 1;
  while (at <= to + LONGEST && parts[at]?.kind === "word" && !PREPOSITIONS.has(parts[at]?.lower ?? "")) at++;
  const words = parts.slice(to + 1, at);
  const isEnd = isClosed(outline, at) || PREPOSITIONS.has(parts[at]?.lower ?? "");
  return isEnd && !words.some((part) => part.possessive) ? words.map((part) => part.lower).join(" ") : "";
}

/** Whether a phrase tells what somebody is whose name stands between commas behind it: "His press secretary, NAME, wrote". */
export function isRoleOf(
  outline: Outline,
  role: NounPhrase,
  name: { readonly from: number; readonly to: number },
): boolean {
  const { parts } = outline;
  const last = parts[role.to - 1]?.lower ?? "";
  if (role.kind !== "noun" || parts[role.to]?.text !== "," || name.from !== role.to + 1) return false;
  return (isTitleHead(last) || isRoleNoun(last) || looksLikeRole(last)) && isClosed(outline, name.to);
}
