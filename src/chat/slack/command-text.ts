import type { CommandShape, OptionKind, OptionShape } from "../../model/command.ts";
import { LEVELS } from "../../model/findings.ts";

/** A command as it was typed. It may be unknown, and required options may be missing: the registry says so. */
export type TypedCommand = { readonly command: string; readonly options: Readonly<Record<string, string>> };

/** The one slash command that knows every other one. */
export const UMBRELLA = "/sitrep";

/** Kinds whose values are words, so that several words may make one value. */
const WORDY: ReadonlySet<OptionKind> = new Set(["text", "actor", "story", "topic", "watch", "feed", "subscription"]);

/**
 * Reads what was typed after a slash command: `/timeline iran since:2025-05-01`, `/sitrep keywords add diplomacy
 * "cease fire"`. `name:value` sets an option, quotes keep words together; other words fill the required options in
 * order, and what is left goes to the last of them, or to the first option that takes words.
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

type Word = { readonly value: string; readonly name?: string; readonly isChannel: boolean };

function readOptions(words: readonly Word[], shapes: readonly OptionShape[]): Record<string, string> {
  const options = new Map<string, string>();
  const loose: Word[] = [];
  for (const word of words) {
    const named = shapes.find((shape) => shape.name === word.name?.toLowerCase());
    if (named !== undefined) options.set(named.name, word.value);
    else loose.push(word.name === undefined ? word : { ...word, value: `${word.name}:${word.value}` });
  }
  place(loose, shapes, options);
  return Object.fromEntries(options);
}

/** Gives words without a name to the options that were not named. */
function place(loose: readonly Word[], shapes: readonly OptionShape[], options: Map<string, string>): void {
  const isOpen = (shape: OptionShape) => !options.has(shape.name);
  const required = shapes.filter((shape) => shape.required && isOpen(shape));
  // Free text may hold a number or a level of its own.
  const isFree = required.some((shape) => shape.kind === "text");
  const words = isFree ? loose.map((word) => word.value) : takeTyped(loose, shapes.filter(isOpen), options);
  for (const shape of required.filter(isOpen)) {
    const word = words.shift();
    if (word !== undefined) options.set(shape.name, word);
  }
  const last = required.at(-1);
  const taker =
    last !== undefined && WORDY.has(last.kind)
      ? last
      : (shapes.find((shape) => isOpen(shape) && WORDY.has(shape.kind)) ?? shapes.find(isOpen));
  if (words.length === 0 || taker === undefined) return;
  options.set(taker.name, [options.get(taker.name), ...words].filter((word) => word !== undefined).join(" "));
}

/** A channel, a level, a whole number or a date can only mean one thing. Gives the words that are left. */
function takeTyped(loose: readonly Word[], open: readonly OptionShape[], options: Map<string, string>): string[] {
  const left: string[] = [];
  for (const word of loose) {
    const kind = kindOf(word);
    const shape = open.find((candidate) => candidate.kind === kind && !options.has(candidate.name));
    if (shape === undefined) left.push(word.value);
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

/** An optional `name:`, then a text in quotes of any kind (phones write curly ones), something in `<…>`, or a word. */
const WORD = /(?:([A-Za-z][\w-]*):)?(?:"([^"]*)"?|[“”„]([^“”]*)[“”]?|«([^»]*)»?|(<[^<>]*>|\S+))/gu;

function split(text: string): Word[] {
  const words: Word[] = [];
  for (const [, name, straight, curly, angled, bare] of text.matchAll(WORD)) {
    const value = unescaped(bare === undefined ? (straight ?? curly ?? angled ?? "") : unwrapped(bare)).trim();
    const isChannel = bare?.startsWith("<#") ?? false;
    if (value !== "") words.push({ value, isChannel, ...(name === undefined ? {} : { name }) });
  }
  return words;
}

/** Slack writes channels as `<#C1|name>`, people as `<@U1|name>`, links as `<url|label>`: the id or address is meant. */
function unwrapped(word: string): string {
  return /^<[#@]?([^<>|]*)(?:\|[^<>]*)?>$/.exec(word)?.[1] ?? word;
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
