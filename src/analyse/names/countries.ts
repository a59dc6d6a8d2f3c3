import { COUNTRY_TABLE } from "./country-table.ts";

/** A country under the names that English news uses. */
export type Country = {
  readonly name: string;
  readonly names: readonly string[];
  /** Its people and what is of it, singular. */
  readonly demonyms: readonly string[];
  readonly capital?: string;
};

const list = (cell = "") => cell.split(",").filter((word) => word !== "");

function countryOf(line: string): Country {
  const [names, demonyms, capital] = line.split(";");
  const all = list(names);
  return {
    name: all[0] ?? line,
    names: all,
    demonyms: list(demonyms),
    ...(capital === undefined ? {} : { capital }),
  };
}

/** All countries of the world. */
export const COUNTRIES: readonly Country[] = COUNTRY_TABLE.trim().split("\n").map(countryOf);
