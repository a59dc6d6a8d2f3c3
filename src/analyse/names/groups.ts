/** Disjoint sets of names. The first name given to `join` speaks for both sets afterwards. */
export type Groups = {
  /** The name that speaks for the set; a new name is a set of its own. */
  find(name: string): string;
  join(into: string, from: string): void;
};

/** Union-find with path halving. */
export function createGroups(): Groups {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let at = name;
    for (;;) {
      const parent = parents.get(at) ?? at;
      if (parent === at) return at;
      const grandparent = parents.get(parent) ?? parent;
      parents.set(at, grandparent);
      at = grandparent;
    }
  };
  return {
    find,
    join(into, from) {
      const [root, child] = [find(into), find(from)];
      if (root !== child) parents.set(child, root);
    },
  };
}
