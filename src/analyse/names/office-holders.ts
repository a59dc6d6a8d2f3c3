import type { Role } from "../../model/watch.ts";
import { fold } from "../../text/fold.ts";
import { COUNTRIES } from "./countries.ts";

/** An office as a text names it, folded; with the country where it says one. */
type Office = { readonly title: string; readonly country?: string };

/** What a party or house has is a president of its own, not its country's. */
const HEAD = /^(?:president|prime minister|premier|pm|chancellor|chairman|leader)$/;

function isOfCountry(role: Role, { title, country }: Office): boolean {
  return role.country === country && (role.organisation === undefined || !HEAD.test(title));
}

/** Whether a role is that office and was held on the day. No day: on any. */
export function holds(role: Role, office: Office, day: string | undefined): boolean {
  const { title, country } = office;
  const titles = [role.title, ...(role.also ?? [])].map(fold);
  // "the Qatari minister" is any of them, "the minister" the only one that is known.
  const isTitled =
    country === undefined ? titles.some((one) => ` ${one} `.includes(` ${title} `)) : titles.includes(title);
  if (!isTitled || (country !== undefined && !isOfCountry(role, office))) return false;
  if (day === undefined) return true;
  return (role.from ?? "") <= day && day <= `${role.to ?? "9999"}￿`;
}

/** Countries by every folded name and word for what is of them. */
const COUNTRY_WORDS = new Map(
  COUNTRIES.flatMap(({ name, names, demonyms }) => [...names, ...demonyms].map((word) => [fold(word), name] as const)),
);
const LONGEST_COUNTRY = 4;

/** "pakistan s prime minister" and "pakistani prime minister" are an office and a country. */
export function officeOf(words: string): Office {
  const parts = fold(words).split(" ");
  for (let length = Math.min(LONGEST_COUNTRY, parts.length - 1); length > 0; length--) {
    const country = COUNTRY_WORDS.get(parts.slice(0, length).join(" "));
    if (country === undefined) continue;
    const from = parts[length] === "s" ? length + 1 : length;
    return { title: parts.slice(from).join(" "), country };
  }
  return { title: parts.join(" ") };
}
