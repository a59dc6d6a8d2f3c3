import { setTimeout as wait } from "node:timers/promises";
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  MessageFlags,
} from "discord.js";
import { type Attachment, type Card, card, plain, type Reply } from "../../model/card.ts";
import type { ChatHandlers, Choice } from "../chat.ts";
import { cut } from "../cut.ts";
import { decodeAction } from "../invocation-code.ts";
import { cleanText } from "../untrusted.ts";
import { askerOf } from "./asker.ts";
import { LIMITS } from "./limits.ts";
import { type Message, renderReply } from "./render.ts";

/**
 * Discord wants an answer within three seconds, and what is shown while it waits already decides who may see the
 * reply. So the reply gets this long to be ready; only a slower one is announced first.
 */
const ACKNOWLEDGE_AFTER_MS = 1_000;

export type Ears = { readonly handlers: ChatHandlers; readonly managerRoles: readonly string[] };

/** Answers a slash command, a button or an option that is being typed. */
export async function answerInteraction(ears: Ears, interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) return completeOption(ears, interaction);
  if (interaction.isChatInputCommand()) return answerCommand(ears, interaction);
  if (interaction.isButton()) return answerButton(ears, interaction);
}

const SERVERS_ONLY = card({
  kind: "error",
  title: "sitrep works in servers only",
  lead: plain("Run the command in a channel of a server that sitrep was added to."),
});

const STALE_BUTTON = card({
  kind: "error",
  title: "This button does not work any more",
  lead: plain("Run the command again to get fresh buttons."),
});

function privately(shown: Card): Reply {
  return { visibility: "private", cards: [shown] };
}

async function answerCommand({ handlers, managerRoles }: Ears, asked: ChatInputCommandInteraction): Promise<void> {
  const asker = askerOf(asked, managerRoles);
  if (asker === undefined) return send(asked, privately(SERVERS_ONLY));
  const command = [asked.commandName, asked.options.getSubcommand(false)].filter((word) => word !== null).join(" ");
  const shape = handlers.commands.find((one) => one.name === command);
  const answer = handlers.answer({ command, options: optionsOf(asked), page: 1, asker });
  await acknowledgeIfSlow(answer, () =>
    asked.deferReply(shape?.visibility === "shared" ? {} : { flags: MessageFlags.Ephemeral }),
  );
  await send(asked, await answer);
}

async function answerButton({ handlers, managerRoles }: Ears, asked: ButtonInteraction): Promise<void> {
  const asker = askerOf(asked, managerRoles);
  const coded = decodeAction(asked.customId);
  if (asker === undefined) return send(asked, privately(SERVERS_ONLY));
  if (coded === undefined) return send(asked, privately(STALE_BUTTON));
  const { isPaging, ...invocation } = coded;
  const answer = handlers.answer({ ...invocation, asker });
  await acknowledgeIfSlow(answer, () =>
    isPaging ? asked.deferUpdate() : asked.deferReply({ flags: MessageFlags.Ephemeral }),
  );
  const reply = await answer;
  if (isPaging && maySee(asked, reply)) return turnPage(asked, renderReply(reply.cards));
  // What a button under a channel's message brings up is for the reader who pressed it.
  await send(asked, { ...reply, visibility: "private" });
}

/** Whether the reply may take the place of the message with the button: not a problem, and nothing private in public. */
function maySee(asked: ButtonInteraction, reply: Reply): boolean {
  const isPrivate = asked.message.flags.has(MessageFlags.Ephemeral);
  return reply.problem === undefined && (isPrivate || reply.visibility === "shared");
}

async function turnPage(asked: ButtonInteraction, message: Message): Promise<void> {
  if (asked.deferred) await asked.editReply(message);
  else await asked.update(message);
}

async function acknowledgeIfSlow(answer: Promise<unknown>, acknowledge: () => Promise<unknown>): Promise<void> {
  const waiting = new AbortController();
  const slow = wait(ACKNOWLEDGE_AFTER_MS, "slow", { signal: waiting.signal }).catch(() => "stopped");
  const first = await Promise.race([answer.then(() => "answered"), slow]);
  waiting.abort();
  if (first === "slow") await acknowledge();
}

/** Sends the reply to those who may see it, also when something else was announced. */
async function send(asked: ChatInputCommandInteraction | ButtonInteraction, reply: Reply): Promise<void> {
  const files = (reply.files ?? []).map(fileOf);
  const message = { ...renderReply(reply.cards), ...(files.length === 0 ? {} : { files }) };
  const isPrivate = reply.visibility === "private";
  const privateFlags = isPrivate ? ({ flags: MessageFlags.Ephemeral } as const) : {};
  if (!asked.deferred) {
    await asked.reply({ ...message, ...privateFlags });
    return;
  }
  if (isPrivate && asked.ephemeral === false) {
    if (asked.isChatInputCommand()) await asked.deleteReply();
    await asked.followUp({ ...message, ...privateFlags });
    return;
  }
  await asked.editReply(message);
}

function fileOf({ name, bytes, alt }: Attachment) {
  const description = alt === undefined ? {} : { description: cut(alt, LIMITS.altText) };
  return { name, attachment: Buffer.from(bytes), ...description };
}

function optionsOf(asked: ChatInputCommandInteraction): Record<string, string> {
  const given: readonly CommandInteractionOption[] = asked.options.data.flatMap((option) => option.options ?? [option]);
  return Object.fromEntries(
    given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, String(value)] as const])),
  );
}

async function completeOption({ handlers, managerRoles }: Ears, asked: AutocompleteInteraction): Promise<void> {
  const asker = askerOf(asked, managerRoles);
  const { name: option, value: typed } = asked.options.getFocused(true);
  const command = [asked.commandName, asked.options.getSubcommand(false)].filter((word) => word !== null).join(" ");
  const choices = asker === undefined ? [] : await handlers.complete({ command, option, typed, asker });
  await asked.respond(choices.flatMap(choiceOf).slice(0, LIMITS.choices));
}

/** A value cannot be cut without becoming another one, so a choice with a long value is left out. */
function choiceOf({ label, value }: Choice): { name: string; value: string }[] {
  if (value === "" || value.length > LIMITS.choice) return [];
  const name = cut(cleanText(label).replace(/\s+/gu, " ").trim(), LIMITS.choice);
  return [{ name: name === "" ? value : name, value }];
}
