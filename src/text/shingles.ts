const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over the UTF-16 units of a word, going on from `hash`. */
function hashWord(word: string, hash: number): number {
  let next = hash;
  for (let at = 0; at < word.length; at++) next = Math.imul(next ^ word.charCodeAt(at), FNV_PRIME);
  return Math.imul(next ^ 0x20, FNV_PRIME);
}

/**
 * The distinct hashes of all runs of `size` words, in ascending order, so that two texts are compared in one pass.
 * A text of fewer words is one run.
 */
export function shingle(words: readonly string[], size: number): Uint32Array {
  const count = Math.max(words.length === 0 ? 0 : 1, words.length - size + 1);
  const hashes = new Uint32Array(count);
  for (let start = 0; start < count; start++) {
    let hash = FNV_OFFSET;
    for (let at = start; at < Math.min(start + size, words.length); at++) hash = hashWord(words[at] ?? "", hash);
    hashes[start] = hash >>> 0;
  }
  hashes.sort();
  return hashes.filter((hash, at) => at === 0 || hash !== hashes[at - 1]);
}
