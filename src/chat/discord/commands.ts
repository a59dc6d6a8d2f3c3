import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { CommandShape, OptionShape } from "../../model/command.ts";
import { LEVELS } from "../../model/findings.ts";
import { levelLabel } from "../level.ts";

type CommandJson = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * The commands as Discord registers them: "keywords add" becomes the subcommand `add` of `keywords`. `managersOnly`
 * hides manager commands from members without Manage Server; with extra manager roles they must stay visible.
 */
export function commandsJson(shapes: readonly CommandShape[], managersOnly: boolean): CommandJson[] {
  const groups = Map.groupBy(shapes, (shape) => shape.name.split(" ", 1)[0] ?? shape.name);
  return [...groups].map(([name, members]) => {
    const [first] = members;
    const isHidden = managersOnly && members.every((member) => member.access === "manager");
    return {
      name,
      type: ApplicationCommandType.ChatInput,
      contexts: [InteractionContextType.Guild],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      ...(isHidden ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) } : {}),
      ...(members.length === 1 && first?.name === name
        ? { description: first.summary, options: optionsJson(first) }
        : { description: groupSummary(members), options: members.map(subcommandJson) }),
    };
  });
}

function lastWord(shape: CommandShape): string {
  return shape.name.split(" ").at(-1) ?? shape.name;
}

function groupSummary(members: readonly CommandShape[]): string {
  return `One of: ${members.map(lastWord).join(", ")}`.slice(0, 100);
}

function subcommandJson(shape: CommandShape): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: lastWord(shape),
    description: shape.summary,
    options: optionsJson(shape),
  };
}

/** Required options must come first. */
function optionsJson({ options }: CommandShape): APIApplicationCommandBasicOption[] {
  return [...options].sort((a, b) => Number(b.required) - Number(a.required)).map(optionJson);
}

function optionJson({
  name,
  summary,
  required,
  kind,
  choices = [],
  completes,
}: OptionShape): APIApplicationCommandBasicOption {
  const base = { name, description: summary, required };
  switch (kind) {
    case "channel":
      return {
        ...base,
        type: ApplicationCommandOptionType.Channel,
        channel_types: [
          ChannelType.GuildText,
          ChannelType.GuildAnnouncement,
          ChannelType.PublicThread,
          ChannelType.PrivateThread,
        ],
      };
    case "integer":
      return { ...base, type: ApplicationCommandOptionType.Integer };
    case "level":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: LEVELS.map((level) => ({ name: levelLabel(level), value: level })),
      };
    case "choice":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: choices.map((value) => ({ name: value, value })),
      };
    default:
      return { ...base, type: ApplicationCommandOptionType.String, ...(completes ? { autocomplete: true } : {}) };
  }
}
