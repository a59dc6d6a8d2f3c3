import type { CommandShape, OptionKind, OptionShape } from "../model/command.ts";
import { LEVELS } from "../model/findings.ts";

/** A command as it was typed. It may be unknown, and required options may be missing: the registry says so. */
export type TypedCommand = { readonly command: string; readonly options: Readonly<Record<string, string>> };

/** The one command that knows every other one. */
export const UMBRELLA = "/sitrep";

/** Kinds whose values are words, so that several words may make one value. */
const WORDY: ReadonlySet<OptionKind> = new Set(["text", "actor", "story", "topic", "watch", "feed", "subscription"]);

/**
 * Reads a typed command: `/timeline iran since:2025-05-01`, `/sitrep keywords add "cease fire" weight:2`, `/quote
 * speaker:Marco Rubio`. `name:value` sets an option, quotes keep words together. Words without a name fill the
 * required options in order; what is left belongs to the last required one, else to the option named before it, else
 * to the first that takes words. A word that begins with "#" names a channel.
 */
export function readCommand(slash: string, text: string, shapes: readonly CommandShape[]): TypedCommand {
  const typed = [...(slash === UMBRELLA ? [] : split(slash.slice(1))), ...split(text)];
  const [first, second] = typed.map((word) => word.value.toLowerCase());
  if (first === undefined) return { command: "help", options: {} };
  for (const [name, length] of [
    [`${first} ${second}`, 2],
    [first, 1],
    [`${first} list`, 1],
  ] as const) {
    const shape = shapes.find((known) => known.name === name);
    if (shape !== undefined) return { command: name, options: readOptions(typed.slice(length), shape.options) };
  }
  return { command: typed.map((word) => word.value).join(" "), options: {} };
}

/** Words of a rule that join what stands around them, so that a text goes on even behind quotes. */
const JOINS = /^(?:AND|OR|NOT|NEAR\/\d+)$/;

type Word = {
  readonly value: string;
  readonly name?: string;
  readonly isChannel: boolean;
  readonly isQuoted: boolean;
};

/** A word that was given to no option by name; `after` is the option that was named before it and may go on with it. */
type Loose = Word & { readonly after?: string };

function readOptions(words: readonly Word[], shapes: readonly OptionShape[]): Record<string, string> {
  const options = new Map<string, string>();
  const loose: Loose[] = [];
  let after: string | undefined;
  let quoted: string | undefined;
  for (const word of words) {
    const named = shapes.find((shape) => shape.name === word.name?.toLowerCase());
    if (named !== undefined) {
      options.set(named.name, word.value);
      after = WORDY.has(named.kind) && !word.isQuoted ? named.name : undefined;
      quoted = named.kind === "text" ? named.name : undefined;
    } else {
      if (JOINS.test(word.value)) after ??= quoted;
      const value = word.name === undefined ? word.value : `${word.name}:${word.value}`;
      loose.push({ ...word, value, ...(after === undefined ? {} : { after }) });
    }
  }
  place(loose, shapes, options);
  return Object.fromEntries(options);
}

/** Gives words without a name to the options that were not named. */
function place(loose: readonly Loose[], shapes: readonly OptionShape[], options: Map<string, string>): void {
  const isOpen = (shape: OptionShape) => !options.has(shape.name);
  const required = shapes.filter((shape) => shape.required && isOpen(shape));
  const last = required.at(-1);
  // Free text may hold a number or a level of its own.
  const isFree = last?.kind === "text";
  const words = isFree ? [...loose] : takeTyped(loose, shapes.filter(isOpen), options);
  for (const shape of required) {
    const word = words.shift();
    if (word !== undefined) options.set(shape.name, word.value);
  }
  const wordy =
    last !== undefined && WORDY.has(last.kind) ? last : shapes.find((one) => isOpen(one) && WORDY.has(one.kind));
  const taker = wordy ?? shapes.find(isOpen);
  for (const word of words) {
    const name = (last === undefined ? word.after : undefined) ?? taker?.name;
    if (name !== undefined) options.set(name, [options.get(name) ?? "", word.value].join(" ").trim());
  }
}

/** A channel, a level, a whole number or a date can only mean one thing. Gives the words that are left. */
function takeTyped(loose: readonly Loose[], open: readonly OptionShape[], options: Map<string, string>): Loose[] {
  const left: Loose[] = [];
  for (const word of loose) {
    const kind = word.isQuoted ? undefined : kindOf(word);
    const shape = open.find((candidate) => candidate.kind === kind && !options.has(candidate.name));
    if (shape === undefined) left.push(word);
    else options.set(shape.name, word.value);
  }
  return left;
}

function kindOf({ value, isChannel }: Word): OptionKind | undefined {
  if (isChannel) return "channel";
  if (LEVELS.some((level) => level === value.toLowerCase())) return "level";
  if (/^\d{4}-\d\d(?:-\d\d)?$/.test(value)) return "date";
  return /^\d{1,3}$/.test(value) ? "integer" : undefined;
}

/** An optional `name:`, then a text in quotes of any kind (phones write curly ones), or a word; `#word` is a channel. */
const WORD = /(?:([A-Za-z][\w-]*):)?(?:"([^"]*)"?|[“”„]([^“”]*)[“”]?|«([^»]*)»?|(\S+))/gu;

function split(text: string): Word[] {
  const words: Word[] = [];
  for (const [, name, straight, curly, angled, bare] of text.matchAll(WORD)) {
    const isChannel = bare !== undefined && /^#[^\s#]/.test(bare);
    const value = (isChannel ? bare.slice(1) : (bare ?? straight ?? curly ?? angled ?? "")).trim();
    const isQuoted = bare === undefined;
    if (value !== "") words.push({ value, isChannel, isQuoted, ...(name === undefined ? {} : { name }) });
  }
  return words;
}
