import { nameBySkeleton } from "../analyse/names/spellings.ts";
import { inForce } from "../config/edits.ts";
import { UserError } from "../lib/user-error.ts";
import type { Watch } from "../model/watch.ts";
import { fold } from "../text/fold.ts";
import type { Command, Run } from "./command.ts";
import { saveChange } from "./edits.ts";
import { findWatch, serverOf } from "./lookups.ts";
import { needed, optional } from "./options.ts";

const LONGEST_SPELLING = 60;

const options = [
  needed("spelling", "text", "The spelling as reports write it"),
  optional("name", "actor", "Whose spelling it is; found by its consonants when left out"),
  optional("watch", "watch", "The watch; the first one when left out"),
];

/** The spelling, and the actor or event of the watch that it is about. */
function spellingOption(run: Run, watch: Watch) {
  const spelling = (run.options["spelling"] ?? "").replace(/\s+/g, " ");
  if (!/[\p{L}\p{N}]{2}/u.test(spelling) || spelling.length > LONGEST_SPELLING)
    throw new UserError(
      `"${spelling.slice(0, LONGEST_SPELLING)}" is no spelling of a name.`,
      `Give at least two letters and at most ${LONGEST_SPELLING} characters.`,
    );
  const typed = run.options["name"];
  const all = [...watch.actors, ...watch.events];
  const named = all.find(({ id, names }) => id === typed || names.some((name) => fold(name) === fold(typed ?? "")));
  const found = typed === undefined ? nameBySkeleton(watch, spelling) : named;
  if (found === undefined)
    throw new UserError(
      typed === undefined
        ? `"${spelling}" has the consonants of no name of ${watch.name}.`
        : `${watch.name} knows no name "${typed}".`,
      "Give the name that the watch knows: name:asim-munir, or its full name. /actors lists them.",
    );
  return { spelling, of: found.id, name: found.name };
}

/** `/keywords accept` */
export const keywordsAccept: Command = {
  name: "keywords accept",
  summary: "Take a spelling for a name of a watch, for this server",
  access: "manager",
  visibility: "private",
  options,
  examples: [
    '/keywords accept spelling:"Bunyaan al Marsoos"',
    '/keywords accept spelling:"Gen. Munir" name:asim-munir',
  ],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const { spelling, of, name } = spellingOption(run, watch);
    const known = [...watch.actors, ...watch.events].find(({ names }) =>
      names.some((one) => fold(one) === fold(spelling)),
    );
    if (known)
      throw new UserError(
        `"${spelling}" is a spelling of ${known.name} already.`,
        "See /keywords changes for who said so.",
      );
    return saveChange(run, watch, { kind: "add-spelling", of, spelling }, `"${spelling}" is now a spelling of ${name}`);
  },
};

/** `/keywords dismiss` */
export const keywordsDismiss: Command = {
  name: "keywords dismiss",
  summary: "A proposed spelling is not that name: do not propose it to this server again",
  access: "manager",
  visibility: "private",
  options,
  examples: ['/keywords dismiss spelling:"Aman Moner"'],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const { spelling, of, name } = spellingOption(run, watch);
    if (dismissed(run, watch).has(fold(spelling)))
      throw new UserError(`"${spelling}" was dismissed already.`, "See /keywords changes for who said so.");
    return saveChange(
      run,
      watch,
      { kind: "dismiss-spelling", of, spelling },
      `"${spelling}" is not proposed for ${name} again`,
    );
  },
};

/** The spellings that this server does not want to be asked about again, folded. */
export function dismissed(run: Run, watch: Watch): ReadonlySet<string> {
  const edits = inForce(run.desk.edits(watch.id, serverOf(run)));
  return new Set(edits.flatMap(({ change }) => (change.kind === "dismiss-spelling" ? [fold(change.spelling)] : [])));
}
