/** The letters and digits that the beginnings of patterns are told by. */
const SIGNS = [..."abcdefghijklmnopqrstuvwxyz0123456789"];

/** What a piece of a pattern may begin with, and whether it may match nothing, so that the next piece begins. */
type Start = { readonly signs: ReadonlySet<string>; readonly empty: boolean };

const NOTHING: Start = { signs: new Set(), empty: true };
const QUANTIFIER = /(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/y;
/** A group's opening, a class, an escape, or a sign. */
const GROUP = /\((?:\?(?:<?[=!]|:|<\w+>))?/y;
const ATOM = /\[(?:\\.|[^\]\\])*\]|\\(?:k<\w+>|.)|[^|)]/y;

/** The letters, in small, and digits with which a match of a pattern's source may begin. Classes, groups and look-arounds are read; flags are not. */
export function firstLetters(source: string): ReadonlySet<string> {
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at += found[0].length;
    return found;
  };
  const atom = (): Start => {
    const group = take(GROUP)?.[0];
    if (group === undefined) return signsOf(take(ATOM)?.[0] ?? "");
    const inside = either();
    at++;
    return /[=!]$/.test(group) ? NOTHING : inside;
  };
  const row = (): Start => {
    let all = NOTHING;
    while (at < source.length && !"|)".includes(source.charAt(at))) {
      const one = atom();
      const times = take(QUANTIFIER);
      const isOptional = times !== null && (/^[?*]/.test(times[0]) || times[1] === "0");
      if (all.empty) all = { signs: all.signs.union(one.signs), empty: one.empty || isOptional };
    }
    return all;
  };
  const either = (): Start => {
    let all = row();
    while (source.charAt(at) === "|") {
      at++;
      const other = row();
      all = { signs: all.signs.union(other.signs), empty: all.empty || other.empty };
    }
    return all;
  };
  return either().signs;
}

function signsOf(atom: string): Start {
  if (/^\\[bB]$|^[$^]$/.test(atom)) return NOTHING;
  const pattern = new RegExp(`^${atom.startsWith("\\k") ? "." : atom}$`, "i");
  return { signs: new Set(SIGNS.filter((sign) => pattern.test(sign))), empty: false };
}
