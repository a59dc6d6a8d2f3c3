import type { Actor, BareName, Role } from "../model/watch.ts";
import type { ActorPack } from "./actor-entries.ts";
import { present } from "./present.ts";
import type { Problem } from "./problems.ts";
import type { WatchFile } from "./watch-file.ts";

/** The packs of config/actors/ by id. */
export type ActorPacks = ReadonlyMap<string, ActorPack>;

type Entry = WatchFile["people"][string] | WatchFile["organisations"][string] | WatchFile["places"][string];
type Group = keyof typeof KINDS;

const KINDS = { people: "person", organisations: "organisation", places: "place" } as const;
const GROUPS: readonly Group[] = ["people", "organisations", "places"];

/** A pack as a watch names it. */
type Used = { readonly pack: string; readonly weight?: number };

function usedBy(file: WatchFile): Used[] {
  return file.actors.map((one) => (typeof one === "string" ? { pack: one } : present(one)));
}

/** The actors of a watch: those of its packs, then its own; one of its own takes the place of a pack's of the same id. */
export function actorsOf(file: WatchFile, packs: ActorPacks): Actor[] {
  const found = new Map<string, Actor>();
  for (const { pack, weight } of usedBy(file))
    for (const one of entriesOf(packs.get(pack))) found.set(one.id, { ...one, weight: weight ?? one.weight });
  for (const one of entriesOf(file)) found.set(one.id, one);
  return [...found.values()];
}

function entriesOf(file: Partial<Pick<WatchFile, Group>> = {}): Actor[] {
  return GROUPS.flatMap((group) =>
    Object.entries<Entry>(file[group] ?? {}).map(([id, entry]) => actor(KINDS[group], id, entry)),
  );
}

function actor(kind: Actor["kind"], id: string, entry: Entry): Actor {
  const { name, spellings, short, weight, country } = entry;
  const bare = short.map((one): BareName => (typeof one === "string" ? { name: one } : present(one)));
  const roles: Role[] = "roles" in entry ? entry.roles.map(present) : [];
  return {
    id,
    kind,
    name,
    names: [...new Set([name, ...spellings])],
    bare,
    demonyms: "demonyms" in entry ? entry.demonyms : [],
    roles,
    weight,
    ...present({ country, gender: "gender" in entry ? entry.gender : undefined }),
  };
}

/** Packs that do not exist or are named twice, and ids that two packs of a watch share. */
export function actorProblems(file: WatchFile, packs: ActorPacks): Problem[] {
  const owners = new Map<string, string>();
  const seen = new Set<string>();
  return usedBy(file).flatMap(({ pack }, at): Problem[] => {
    const path = ["actors", at, ...(typeof file.actors[at] === "string" ? [] : ["pack"])];
    const known = packs.get(pack);
    if (known === undefined) return [{ path, says: unknownPack(pack, packs) }];
    if (seen.has(pack)) return [{ path, says: "the pack is already listed above" }];
    seen.add(pack);
    return entriesOf(known).flatMap(({ id }) => {
      const other = owners.get(id);
      owners.set(id, pack);
      return other === undefined ? [] : [{ path, says: `has the id "${id}", which the pack "${other}" has too` }];
    });
  });
}

function unknownPack(id: string, packs: ActorPacks): string {
  return `there is no pack "${id}" in config/actors/; there are: ${[...packs.keys()].sort().join(", ") || "none"}`;
}

/** Roles that end before they begin. */
export function roleProblems(people: WatchFile["people"]): Problem[] {
  return Object.entries(people).flatMap(([id, { roles }]) =>
    roles.flatMap(({ from, to }, at): Problem[] => {
      const ends = from !== undefined && to !== undefined && to < from.slice(0, to.length);
      return ends ? [{ path: ["people", id, "roles", at, "to"], says: `ends before it begins (${from})` }] : [];
    }),
  );
}
