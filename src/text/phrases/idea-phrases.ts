import { stem } from "../stem.ts";

/** Ideas that are told in several words, by the word of `synonyms.ts` that they stand for. */
const PHRASES = `
ceasefire: cease fire; ceased fire; cessation of hostilities; end of hostilities; end to hostilities; halt to hostilities; pause in hostilities; end to fighting; end of fighting; halt to fighting; pause in fighting; halt to firing; halt in firing; stop firing; stop shooting; lay down arms; laid down arms; guns fall silent; guns fell silent; end of guns; silence the guns
deescalate: de escalate; de escalation
shooting: open fire; opened fire; opens fire; gun attack; gunned down; gun down
airbase: air base; air field; air force station; air force base
strike: air strike; air raid
jet: fighter jet; fighter plane; fighter aircraft
drone: unmanned aircraft; unmanned aerial vehicle
dead: lost their lives; lose their lives; lost his life; lost her life; death toll
kidnapped: taken hostage; held hostage
troops: security forces
`;

type Phrase = { readonly stems: readonly string[]; readonly idea: string };

function makePhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = PHRASES.trim()
    .split("\n")
    .flatMap((line) => {
      const [idea = "", list = ""] = line.split(": ");
      return list.split("; ").map((phrase) => ({ stems: phrase.split(" ").map(stem), idea }));
    })
    .sort((a, b) => b.stems.length - a.stems.length);
  return Map.groupBy(phrases, ({ stems }) => stems[0] ?? "");
}

const BY_FIRST = makePhrases();

/** The idea that is told by the words from `at` on, and how many words tell it; the longest phrase counts. */
export function ideaAt(
  stems: readonly string[],
  at: number,
): { readonly idea: string; readonly words: number } | undefined {
  const found = BY_FIRST.get(stems[at] ?? "")?.find((phrase) =>
    phrase.stems.every((part, n) => stems[at + n] === part),
  );
  return found && { idea: found.idea, words: found.stems.length };
}
