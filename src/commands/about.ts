import { card, plain, type Reply, type Row } from "../model/card.ts";
import type { CommandShape } from "../model/command.ts";
import type { Command, Run } from "./command.ts";
import { optional } from "./options.ts";
import { problem, toAsker } from "./replies.ts";

/** `/status`: how the parts are. */
export const status: Command = {
  name: "status",
  summary: "How sitrep is: feeds, queue, connections",
  access: "everyone",
  visibility: "private",
  options: [],
  examples: ["/status"],
  run: async (run) => {
    const conditions = await run.conditions();
    const facts = conditions.map(({ name, value }) => ({ name, value: plain(value) }));
    return toAsker(card({ kind: "status", title: "Status", facts }));
  },
};

function usage(shape: CommandShape): string {
  const options = shape.options.map((one) => (one.required ? `${one.name}:…` : `[${one.name}:…]`));
  return [`/${shape.name}`, ...options].join(" ");
}

function overview(run: Run): Reply {
  const rows = run.shapes.map(
    (shape): Row => ({
      text: [
        { kind: "strong", text: `/${shape.name}` },
        ...plain(` · ${shape.summary}${shape.access === "manager" ? " (managers)" : ""}`),
      ],
    }),
  );
  const lead = plain(
    "1. /subscribe a channel to a watch. 2. Stories appear there as messages that change as more is known. 3. Ask about them:",
  );
  return toAsker(card({ kind: "help", title: "sitrep: crisis news, once, with its reasons", lead, rows }));
}

/** `/help`: all commands, or one in full. */
export const help: Command = {
  name: "help",
  summary: "All commands, or one of them in full",
  access: "everyone",
  visibility: "private",
  options: [optional("command", "text", "The command, such as timeline")],
  examples: ["/help", "/help command:keywords add"],
  run: async (run) => {
    const name = run.options["command"]?.replace(/^\//, "").trim();
    if (name === undefined) return overview(run);
    const shape = run.shapes.find((one) => one.name === name);
    if (!shape) return problem("not-found", `There is no command "${name}".`, "Run /help to see them all.");
    const rows = shape.options.map(
      (one): Row => ({
        text: [
          { kind: "strong", text: one.name },
          ...plain(` · ${one.summary}${one.required ? "" : " (may be left out)"}`),
        ],
      }),
    );
    const examples = { name: "Examples", value: plain(shape.examples.join("\n")) };
    return toAsker(card({ kind: "help", title: usage(shape), lead: plain(shape.summary), rows, facts: [examples] }));
  },
};
