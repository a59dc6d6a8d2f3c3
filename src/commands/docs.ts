import type { CommandShape, OptionShape } from "../model/command.ts";

function optionLine(option: OptionShape): string {
  return `| \`${option.name}\` | ${option.choices?.join(", ") ?? option.kind} | ${option.required ? "yes" : "no"} | ${option.summary} |`;
}

function section(shape: CommandShape): string {
  const who = shape.access === "manager" ? "Managers only." : "Everyone.";
  const reply =
    shape.visibility === "private" ? "The reply is for the asker alone." : "The reply shows in the channel.";
  const options =
    shape.options.length === 0
      ? []
      : ["", "| option | kind | needed | what |", "|---|---|---|---|", ...shape.options.map(optionLine)];
  return [
    `## /${shape.name}`,
    "",
    `${shape.summary}. ${who} ${reply}`,
    ...options,
    "",
    ...shape.examples.map((example) => `    ${example}`),
    "",
  ].join("\n");
}

/** docs/commands.md, made from the registry. */
export function commandDocs(shapes: readonly CommandShape[]): string {
  const head = [
    "# Commands",
    "",
    "Made from the command registry by `npm run sitrep -- export docs`; do not edit.",
    "On Discord and in the console write `/timeline`, on Slack `/timeline` or `/sitrep timeline`. Options are `name:value`; put values of several words in quotes.",
    "",
  ].join("\n");
  return `${head}\n${shapes.map(section).join("\n")}`;
}
