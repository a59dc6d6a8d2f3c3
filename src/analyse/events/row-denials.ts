import { fold } from "../../text/fold.ts";
import { COUNTRIES } from "../names/countries.ts";
import { type Telling, titleStems } from "./row-groups.ts";

/** A row that denies something. */
export type Denial<Row> = {
  readonly row: Row;
  /** What it denies: the claim that stands before it in the same text. */
  readonly claim: Telling | undefined;
  readonly by: readonly string[];
  /** It says no more than that the claim is denied. */
  readonly isBare: boolean;
};

/** A denial answers what was said at most so many characters before it. */
const REACH = 600;
const BARE =
  /(?:, which .{2,40} (?:denies|denied|has denied)$)|\b(?:denies|denied|has denied|rejects|rejected|dismisses|dismissed)(?: (?:it|this|that|them|involvement|responsibility|wrongdoing)| (?:any|the|all|such|these|those) (?:\p{L}+ )?(?:role|part|involvement|accusations?|allegations?|charges?|claims?|reports?|link|links|hand))?(?: in (?:it|this|that|the attack|that attack|an? (?:\p{L}+ ){0,2}(?:statement|message|video|interview|post|letter)))?(?: on \p{L}+day)?$/u;

/** Up to the word that denies. */
const DENIES = /^(.*?)\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?)\b/u;

/** A denial that says what it denies shares so many of its words with the claim. */
const SHARED_WORDS = 0.6;
const ENOUGH_SHARED = 2;
/** Nobody denies that talks were held or aid was offered, unless they say so. */
const HARDLY_DENIED: ReadonlySet<Telling["type"]> = new Set<Telling["type"]>([
  "consult",
  "agree",
  "support",
  "aid",
  "request",
  "concede",
]);

/** Names of countries: both sides of a conflict stand in most claims, so that they tell none from another. */
const NAMES = new Set(COUNTRIES.flatMap(({ names, demonyms }) => [...titleStems([...names, ...demonyms].join(" "))]));

function isAbout(denial: Telling, claim: Telling): boolean {
  const said = titleStems(denial.title.replace(DENIES, "")).difference(NAMES);
  const shared = said.intersection(titleStems(claim.title)).size;
  return shared > 0 && (shared >= ENOUGH_SHARED || shared / said.size >= SHARED_WORDS);
}

function claimOf(denial: Telling, tellings: readonly Telling[]): Telling | undefined {
  const denier = denierOf(denial);
  const own = tellings.find((telling) => isInside(telling, denial));
  if (own !== undefined) return own;
  const before = tellings.filter(
    (telling) =>
      telling.item === denial.item &&
      telling.start < denial.start &&
      denial.start - telling.start < REACH &&
      // Nobody denies what they say themselves, and what the writer states is no claim.
      !isBy(telling, denier) &&
      (telling.status === "alleged" || telling.status === "attributed" || telling.status === "unconfirmed"),
  );
  if (!BARE.test(denial.title)) return before.findLast((telling) => isAbout(denial, telling));
  const last = before.at(-1);
  if (last?.status === "alleged" && THE_CLAIM.test(denial.title)) return last;
  return (
    before.findLast((telling) => telling.status === "alleged" && mayConcern(telling, denier)) ??
    before.findLast((telling) => !HARDLY_DENIED.has(telling.type) && concerns(telling, denier))
  );
}

/** "denied carrying out a strike in which 17 were killed": the strike stands in the denial. */
function isInside(telling: Telling, denial: Telling): boolean {
  return (
    telling.item === denial.item &&
    telling !== denial &&
    telling.status === "alleged" &&
    telling.start > denial.start &&
    telling.end <= denial.end
  );
}

/** "rejected the allegation": the one that was told right before. */
const THE_CLAIM = /\b(?:the|this|that|these|those|such) (?:\p{L}+ )?(?:accusation|allegation|charge|claim)s?$/u;

/** Whether an accusation may be of who denies it: it names them, or nobody but the one who makes it. */
function mayConcern(claim: Telling, denier: string | undefined): boolean {
  return denier === undefined || (claim.actors ?? []).length < 2 || concerns(claim, denier);
}

/** Whether a claim names who denies it. */
function concerns({ title, actors = [] }: Telling, denier: string | undefined): boolean {
  if (denier === undefined) return false;
  const told = ` ${fold([title, ...actors].join(" "))} `;
  return [denier, ...countryNames(denier)].some((name) => told.includes(` ${fold(name)} `));
}

/** "Islamabad", "Pakistan's army" → Pakistan, Pakistani. */
function countryNames(party: string): string[] {
  const words = ` ${fold(party)} `;
  return COUNTRIES.flatMap(({ names, demonyms, capital }) => {
    const all = [...names, ...demonyms, ...(capital === undefined ? [] : [capital])];
    return all.some((name) => words.includes(` ${fold(name)} `)) ? all : [];
  });
}

/** Whether a claim is the denier's own: "Pakistan's military" speaks for Pakistan. */
function isBy({ attributedTo = "", actors = [], status }: Telling, denier: string | undefined): boolean {
  if (denier === undefined) return false;
  return attributedTo.includes(denier) || (status === "alleged" && actors[0] === denier);
}

/** Finds what a row of denials denies, and by whom. */
export function denialOf<Row extends { readonly tellings: readonly Telling[]; readonly title: string }>(
  row: Row,
  tellings: readonly Telling[],
): Denial<Row> {
  const claims = row.tellings.flatMap((denial) => claimOf(denial, tellings) ?? []);
  return {
    row,
    claim: claims[0],
    by: [...new Set(row.tellings.flatMap((denial) => denierOf(denial) ?? []))],
    isBare: BARE.test(row.title),
  };
}

/** Who denies: whoever stands nearest before "denies" in the title, else the first actor. */
function denierOf({ title, actors = [] }: Telling): string | undefined {
  const before = DENIES.exec(title)?.[1] ?? "";
  // "The Russian embassy in Lima": where somebody is stationed does not deny.
  const isPlace = (name: string) => /\b(?:in|at|near|from) (?:the )?$/.test(before.slice(0, before.lastIndexOf(name)));
  const named = actors.filter((name) => before.includes(name) && !isPlace(name));
  return named.toSorted((a, b) => before.lastIndexOf(b) - before.lastIndexOf(a))[0] ?? unnamed(before) ?? actors[0];
}

/** "The army denied it": who denies, where no name tells it. */
function unnamed(before: string): string | undefined {
  const words =
    /^(?:(?<article>The|An?)\s)?(?<who>(?:[\p{L}’'-]+\s){1,4})(?:(?:has|have|had|also|later|again|strongly|flatly)\s)*$/u.exec(
      before,
    )?.groups;
  const who = words?.["who"]?.replace(/\s(?:has|have|had|also|later|again|strongly|flatly)\b.*$/u, "").trim();
  if (who === undefined || /^(?:he|she|it|they|this|that|which|who)\b/i.test(who)) return undefined;
  return words?.["article"] === undefined ? who : `${words["article"].toLowerCase()} ${who}`;
}
