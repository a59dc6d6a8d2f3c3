import { randomBytes } from "node:crypto";
import type { Invocation } from "../chat/chat.ts";
import type { Clock } from "../lib/clock.ts";
import type { Log } from "../lib/log.ts";
import { UserError } from "../lib/user-error.ts";
import type { Reply } from "../model/card.ts";
import { serverKey } from "../model/channel.ts";
import type { OptionShape } from "../model/command.ts";
import { LEVELS } from "../model/findings.ts";
import type { Command, Run, Services } from "./command.ts";
import { problem } from "./replies.ts";

const LONGEST_VALUE = 4_000;

function wrongValue(option: OptionShape, value: string): string | undefined {
  if (value.length > LONGEST_VALUE) return `is ${value.length} characters long; at most ${LONGEST_VALUE} are allowed`;
  if (option.kind === "integer" && !/^-?\d{1,9}$/.test(value)) return "is not a whole number";
  if (option.kind === "level" && !LEVELS.some((level) => level === value)) return `is not one of ${LEVELS.join(", ")}`;
  if (option.choices !== undefined && !option.choices.includes(value))
    return `is not one of ${option.choices.join(", ")}`;
  return undefined;
}

/** The options that the command knows, trimmed; or what is wrong with them. */
function checkOptions(command: Command, given: Invocation["options"]): Record<string, string> | Reply {
  const options: Record<string, string> = {};
  for (const option of command.options) {
    const value = Object.hasOwn(given, option.name) ? given[option.name]?.trim() : undefined;
    if (value === undefined || value === "") {
      if (option.required)
        return problem(
          "missing-option",
          `/${command.name} needs "${option.name}".`,
          `Give ${option.name}: ${option.summary}.`,
        );
      continue;
    }
    const wrong = wrongValue(option, value);
    if (wrong !== undefined)
      return problem("bad-option", `The ${option.name} you gave ${wrong}.`, `Run /help command:${command.name}.`);
    options[option.name] = value;
  }
  return options;
}

function isReply(checked: Record<string, string> | Reply): checked is Reply {
  return "cards" in checked && Array.isArray(checked.cards);
}

export type AnswerParts = {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly clock: Clock;
  readonly log: Log;
};

async function run(parts: AnswerParts, command: Command, invocation: Invocation): Promise<Reply> {
  const { asker } = invocation;
  if (command.access === "manager" && !asker.isManager)
    return problem(
      "managers-only",
      `Only managers may run /${command.name}.`,
      "Ask somebody who may manage this server.",
    );
  const options = checkOptions(command, invocation.options);
  if (isReply(options)) return options;
  await parts.services.desk.refresh();
  const page = Number.isInteger(invocation.page) && invocation.page > 0 ? invocation.page : 1;
  const context: Run = {
    ...parts.services,
    asker,
    viewer: { server: serverKey(asker.at) },
    now: parts.clock.now(),
    options,
    page,
  };
  return command.run(context);
}

/** Answers any invocation, whoever sent it. Never throws: what a user can mend is said in words, anything else gets a reference. */
export async function answer(parts: AnswerParts, invocation: Invocation): Promise<Reply> {
  const command = parts.commands.find((one) => one.name === invocation.command);
  if (!command)
    return problem(
      "unknown-command",
      `There is no command "${invocation.command.slice(0, 40)}".`,
      "Run /help to see them all.",
    );
  try {
    return await run(parts, command, invocation);
  } catch (error) {
    if (error instanceof UserError) return problem("refused", error.message, error.next);
    const reference = randomBytes(4).toString("hex");
    parts.log.error({ err: error, reference, command: command.name }, "command.failed");
    return problem(
      "failed",
      `/${command.name} failed. Nothing was changed.`,
      `Try again; when it stays, tell the operator the reference ${reference}.`,
    );
  }
}
