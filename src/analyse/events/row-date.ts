import type { Telling } from "./row-groups.ts";

/** The date of a row, and how many of the outlets that tell of it state that date. */
export type RowDate = Pick<Telling, "date" | "precision" | "basis"> & {
  readonly dated: { readonly by: number; readonly of: number };
};

const FINENESS: readonly Telling["precision"][] = ["by", "year", "month", "week", "day"];

function outletsOf(tellings: readonly Telling[]): number {
  return new Set(tellings.map((telling) => telling.outlet)).size;
}

/**
 * The date on which most outlets agree, of the finest kind that anyone states: where one names the day and others only
 * imply it, the day counts. Between equals an explicit date comes first, then the earlier one.
 */
export function voteDate(tellings: readonly Telling[]): RowDate | undefined {
  const finest = Math.max(...tellings.map(({ precision }) => FINENESS.indexOf(precision)));
  const voters = tellings.filter(({ precision }) => FINENESS.indexOf(precision) === finest);
  const byDate = Map.groupBy(voters, ({ date }) => date ?? "");
  const isExplicit = (group: readonly Telling[]) => group.some(({ basis }) => basis === "explicit");
  const [chosen] = [...byDate].sort(
    ([dateA, a], [dateB, b]) =>
      (finest === 0 ? 0 : outletsOf(b) - outletsOf(a)) ||
      Number(isExplicit(b)) - Number(isExplicit(a)) ||
      dateA.localeCompare(dateB),
  );
  const [first] = chosen?.[1] ?? [];
  if (chosen === undefined || first === undefined) return undefined;
  return {
    ...(first.date === undefined ? {} : { date: first.date }),
    precision: first.precision,
    basis: isExplicit(chosen[1]) ? "explicit" : first.basis,
    dated: { by: outletsOf(chosen[1]), of: outletsOf(tellings) },
  };
}
