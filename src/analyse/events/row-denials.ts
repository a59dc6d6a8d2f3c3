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
  /(?:, which .{2,40} (?:denies|denied|has denied)$)|\b(?:denies|denied|has denied|rejects|rejected)(?: (?:it|this|that|them|involvement|responsibility|wrongdoing)| (?:any|the|all|such|these|those) (?:\p{L}+ )?(?:role|part|involvement|accusations?|allegations?|charges?|claims?|reports?|link|links|hand))?(?: in (?:it|this|that|the attack|that attack))?$/u;

/** A denial that says what it denies shares so many of its words with the claim. */
const SHARED_WORDS = 0.5;
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

function isAbout(denial: Telling, claim: Telling): boolean {
  const said = titleStems(denial.title.replace(/^.*?\b(?:den(?:y|ies|ied)|reject(?:s|ed)?)\b/u, ""));
  const shared = said.intersection(titleStems(claim.title)).size;
  return shared > 0 && (shared >= ENOUGH_SHARED || shared / said.size >= SHARED_WORDS);
}

function claimOf(denial: Telling, tellings: readonly Telling[]): Telling | undefined {
  const denier = denierOf(denial);
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
  return (
    before.findLast((telling) => telling.status === "alleged") ??
    before.findLast(({ type }) => !HARDLY_DENIED.has(type))
  );
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
  const before = /^(.*?)\b(?:den(?:y|ies|ied)|reject)/u.exec(title)?.[1] ?? "";
  const named = actors.filter((name) => before.includes(name));
  return named.toSorted((a, b) => before.lastIndexOf(b) - before.lastIndexOf(a))[0] ?? actors[0];
}
