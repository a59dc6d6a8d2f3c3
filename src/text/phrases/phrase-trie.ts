import { roomFor, spread } from "./vocabulary.ts";

/** How an edge reads a word of a text: by its stem, as it is written, or by how it begins. */
export const EDGE = { stem: 0, exact: 1, beginning: 2 } as const;

/** A word of the vocabulary together with how it is read. */
export function edgeOf(word: number, kind: number): number {
  return word * 3 + kind;
}

export const ROOT = 0;

/**
 * A trie in flat arrays. A node is the edge that leads to it, so an edge is looked up as (parent, label) in one
 * open-addressing table; the many edges of the root have an array of their own. Nodes stay when their phrases are
 * taken out: they cost a few bytes, and the next server that adds the phrase finds them.
 */
export class PhraseTrie {
  nodes = 1;
  #parents = new Int32Array(8);
  #labels = new Int32Array(8);
  #slots = new Int32Array(16);
  #inSlots = 0;
  #fromRoot = new Int32Array(16);
  /** 1 for nodes from which an edge leads on. */
  #leadsOn = new Uint16Array(8);
  /** The phrases that end at a node, as linked lists in the order in which they came. */
  #firstEnd = new Int32Array(8);
  #nextEnd = new Int32Array(8);
  #endPhrases = new Int32Array(8);
  #ends = 0;
  #freeEnds = 0;

  /** The node behind an edge; 0 when there is none. */
  child(parent: number, label: number): number {
    if (parent === ROOT) return this.#fromRoot[label] ?? 0;
    const mask = this.#slots.length - 1;
    for (let slot = slotOf(parent, label) & mask; ; slot = (slot + 1) & mask) {
      const node = this.#slots[slot] ?? 0;
      if (node === 0 || (this.#parents[node] === parent && this.#labels[node] === label)) return node;
    }
  }

  /** The node behind an edge, which is made when there is none. */
  grow(parent: number, label: number): number {
    const known = this.child(parent, label);
    if (known > 0) return known;
    const node = this.nodes++;
    this.#parents = roomFor(this.#parents, node + 1);
    this.#labels = roomFor(this.#labels, node + 1);
    this.#firstEnd = roomFor(this.#firstEnd, node + 1);
    this.#leadsOn = roomFor(this.#leadsOn, node + 1);
    this.#leadsOn[parent] = 1;
    this.#parents[node] = parent;
    this.#labels[node] = label;
    if (parent === ROOT) {
      this.#fromRoot = roomFor(this.#fromRoot, label + 1);
      this.#fromRoot[label] = node;
    } else if (++this.#inSlots * 2 > this.#slots.length) this.#rehash();
    else this.#place(node);
    return node;
  }

  /** Whether any edge leads on from a node. */
  leadsOn(node: number): boolean {
    return this.#leadsOn[node] === 1;
  }

  /** The first place in a node's list of phrases; 0 when it has none. */
  firstEnd(node: number): number {
    return this.#firstEnd[node] ?? 0;
  }

  nextEnd(end: number): number {
    return this.#nextEnd[end] ?? 0;
  }

  phraseAt(end: number): number {
    return this.#endPhrases[end] ?? 0;
  }

  /** Says that a phrase ends at the node; once is enough. */
  end(node: number, phrase: number): void {
    let last = 0;
    for (let end = this.firstEnd(node); end > 0; end = this.nextEnd(end)) {
      if (this.phraseAt(end) === phrase) return;
      last = end;
    }
    const end = this.#newEnd();
    this.#endPhrases[end] = phrase;
    this.#nextEnd[end] = 0;
    if (last === 0) this.#firstEnd[node] = end;
    else this.#nextEnd[last] = end;
  }

  /** Takes back that a phrase ends at the node. */
  unend(node: number, phrase: number): void {
    let before = 0;
    for (let end = this.firstEnd(node); end > 0; end = this.nextEnd(end)) {
      if (this.phraseAt(end) !== phrase) {
        before = end;
        continue;
      }
      if (before === 0) this.#firstEnd[node] = this.nextEnd(end);
      else this.#nextEnd[before] = this.nextEnd(end);
      this.#nextEnd[end] = this.#freeEnds;
      this.#freeEnds = end;
      return;
    }
  }

  get bytes(): number {
    const nodes = [this.#parents, this.#labels, this.#slots, this.#fromRoot, this.#firstEnd];
    return [...nodes, this.#leadsOn, this.#nextEnd, this.#endPhrases].reduce(
      (sum, { byteLength }) => sum + byteLength,
      0,
    );
  }

  #newEnd(): number {
    const free = this.#freeEnds;
    if (free > 0) {
      this.#freeEnds = this.nextEnd(free);
      return free;
    }
    const end = ++this.#ends;
    this.#nextEnd = roomFor(this.#nextEnd, end + 1);
    this.#endPhrases = roomFor(this.#endPhrases, end + 1);
    return end;
  }

  #place(node: number): void {
    const mask = this.#slots.length - 1;
    let slot = slotOf(this.#parents[node] ?? 0, this.#labels[node] ?? 0) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = node;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let node = 1; node < this.nodes; node++) if (this.#parents[node] !== ROOT) this.#place(node);
  }
}

function slotOf(parent: number, label: number): number {
  return spread(Math.imul(parent, 0x9e3779b1 | 0) + label);
}
