/** What an item tells of its event, as far as it can speak against another item's. An empty set tells nothing. */
export type Tells = {
  /** Names in title and lead. Those of countries tell no event. */
  readonly names: ReadonlySet<string>;
  readonly kinds: ReadonlySet<string>;
  /** What the title says was done. */
  readonly deeds: ReadonlySet<string>;
  /** The states whose act the title tells. */
  readonly agents: ReadonlySet<string>;
  /** Known towns of title and opening. */
  readonly towns: ReadonlySet<string>;
  /** Words of the names of places, known or not, where title and opening say that something happens. */
  readonly scenes: ReadonlySet<string>;
  /** Countries that title and opening name, also through their towns and persons. */
  readonly countries: ReadonlySet<string>;
  /** The dead that title and opening count. */
  readonly killed: number | undefined;
};

/** Most texts tell nothing of most of this; they share the set. */
const NOTHING: ReadonlySet<string> = new Set();

/** The same with one set for all that is not told, which a hundred thousand items feel. */
export function sharingNothing(tells: Tells): Tells {
  const shared = (set: ReadonlySet<string>): ReadonlySet<string> => (set.size === 0 ? NOTHING : set);
  return {
    names: shared(tells.names),
    kinds: shared(tells.kinds),
    deeds: shared(tells.deeds),
    agents: shared(tells.agents),
    towns: shared(tells.towns),
    scenes: shared(tells.scenes),
    countries: shared(tells.countries),
    killed: tells.killed,
  };
}

/** So many first reports say for a story what was done, where and by whom. */
const FIRST = 16;

/**
 * What an item tells as a report of a story with these others: where its title does not say what was done, or where, the
 * first one that did says it for all; and so with whose measure it was, for explanations and other titles.
 */
export function asToldIn(story: readonly { readonly tells: Tells }[], own: Tells): Tells {
  let { deeds, scenes, agents } = own;
  for (let at = 0; at < FIRST && at < story.length; at++) {
    const told = story[at]?.tells;
    if (told === undefined || (deeds.size > 0 && scenes.size > 0 && agents.size > 0)) break;
    if (deeds.size === 0) deeds = told.deeds;
    if (scenes.size === 0) scenes = told.scenes;
    if (agents.size === 0 && told.deeds.has("measure")) agents = told.agents;
  }
  return { ...own, deeds, scenes, agents };
}

/** Whether two items tell something, and have nothing in common. */
export function differ(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size > 0 && other.size > 0 && one.isDisjointFrom(other);
}
