import type { Action } from "../model/card.ts";

/** What a button remembers: the command it runs. Nothing of it is trusted when it comes back. */
export type CodedAction = Pick<Action, "command" | "options"> & {
  readonly page: number;
  /** The button turns a page: the new reply takes the place of the old one. */
  readonly isPaging: boolean;
};

/** Discord's limit for custom_id. https://discord.com/developers/docs/components/reference */
const MAX_CODE_LENGTH = 100;

const COMMAND = /^[a-z][a-z-]{0,31}(?: [a-z][a-z-]{0,31})?$/;
const OPTION = /^[a-z][a-z0-9_-]{0,31}$/;
const ESCAPED: Readonly<Record<string, string>> = { "%": "%25", ":": "%3A", "=": "%3D", "&": "%26" };
const PLAIN = new Map(Object.entries(ESCAPED).map(([character, code]) => [code, character]));

function escaped(value: string): string {
  return value.replace(/[%:=&]/g, (character) => ESCAPED[character] ?? "");
}

function unescaped(value: string): string | undefined {
  if (/[\0-\x1f\x7f]|%(?!25|3A|3D|26)/.test(value) || value === "") return undefined;
  return value.replace(/%(?:25|3A|3D|26)/g, (code) => PLAIN.get(code) ?? "");
}

/**
 * A command as a short text, `v1:<command>:<page or nothing>:<option>=<value>&…`, to be carried by a button across restarts.
 * Undefined when it would be longer than `max`: such a button is left out.
 */
export function encodeAction(action: Omit<Action, "label">, max: number = MAX_CODE_LENGTH): string | undefined {
  const options = Object.entries(action.options)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${escaped(value)}`);
  const code = `v1:${action.command}:${action.page ?? ""}:${options.join("&")}`;
  return code.length <= max ? code : undefined;
}

function decodeOptions(text: string): Record<string, string> | undefined {
  const options = new Map<string, string>();
  for (const pair of text === "" ? [] : text.split("&")) {
    const [name = "", coded = "", ...rest] = pair.split("=");
    const value = unescaped(coded);
    if (rest.length > 0 || value === undefined || !OPTION.test(name) || options.has(name)) return undefined;
    options.set(name, value);
  }
  return Object.fromEntries(options);
}

/** The command behind a button's code; undefined when the code is forged, garbled or of another version. */
export function decodeAction(code: string): CodedAction | undefined {
  const [version, command = "", page = "", text, ...rest] = code.split(":");
  if (version !== "v1" || text === undefined || rest.length > 0) return undefined;
  if (!COMMAND.test(command) || !/^(?:[1-9]\d{0,3})?$/.test(page)) return undefined;
  const options = decodeOptions(text);
  return options === undefined ? undefined : { command, options, page: Number(page || 1), isPaging: page !== "" };
}
