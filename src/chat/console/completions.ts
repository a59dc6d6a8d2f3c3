import { LEVELS } from "../../model/findings.ts";
import type { ChatHandlers, Choice } from "../chat.ts";

/** A completion of the whole line. */
export type LineChoice = { readonly label: string; readonly line: string };

const MOST = 12;

function quoted(value: string): string {
  return /[\s:"]/.test(value) ? `"${value.replaceAll('"', "'")}"` : value;
}

type Ask = (option: string, typed: string) => Promise<Choice[]>;

/** What may follow on a line that is being typed: a command, then its options, then an option's values. */
export async function completeLine(
  line: string,
  commands: ChatHandlers["commands"],
  ask: (command: string) => Ask,
): Promise<LineChoice[]> {
  const shape = [...commands]
    .sort((a, b) => b.name.length - a.name.length)
    .find((one) => line.startsWith(`/${one.name} `));
  if (shape === undefined)
    return commands
      .filter((one) => `/${one.name}`.startsWith(line.trimEnd()))
      .slice(0, MOST)
      .map((one) => ({ label: `/${one.name} · ${one.summary}`, line: `/${one.name} ` }));
  const start = Math.max(line.lastIndexOf(" ") + 1, line.search(/[a-z]+:"[^"]*$/));
  const [head, word] = [line.slice(0, start), line.slice(start)];
  const option = shape.options.find((one) => word.startsWith(`${one.name}:`));
  if (option === undefined)
    return shape.options
      .filter((one) => one.name.startsWith(word) && !line.includes(`${one.name}:`))
      .map((one) => ({ label: `${one.name}: · ${one.summary}`, line: `${head}${one.name}:` }));
  const typed = word.slice(option.name.length + 1).replaceAll('"', "");
  const fixed: readonly string[] = option.kind === "level" ? LEVELS : (option.choices ?? []);
  const choices = option.completes
    ? await ask(shape.name)(option.name, typed)
    : fixed.map((value) => ({ label: value, value }));
  return choices
    .slice(0, MOST)
    .map((choice) => ({ label: choice.label, line: `${head}${option.name}:${quoted(choice.value)} ` }));
}
