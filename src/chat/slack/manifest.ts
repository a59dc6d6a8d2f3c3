import type { CommandShape } from "../../model/command.ts";
import { UMBRELLA } from "../command-text.ts";

/** What the bot needs, and `doctor` looks for. History is read only to find a post again after a lost answer. */
export const BOT_SCOPES = [
  "commands",
  "chat:write",
  "chat:write.public",
  "channels:read",
  "groups:read",
  "users:read",
  "channels:history",
  "groups:history",
  "files:write",
] as const;

/** Slack's own commands, which an app cannot have: these of ours run as `/sitrep status` alone. */
const TAKEN = new Set(
  (
    "active apps archive away call collapse dm dnd expand feed feedback help invite invite_people join keys leave me msg mute " +
    "open part prefs remind remove rename search shortcuts shrug star status topic unarchive who"
  ).split(" "),
);

// https://docs.slack.dev/reference/app-manifest
const DESCRIPTION_LENGTH = 140;
const HINT_LENGTH = 1000;

type SlashCommandEntry = {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
  readonly should_escape: true;
  readonly url?: string;
};

/** The app manifest to paste into api.slack.com/apps. With `url` (of `/slack/events`) Slack sends HTTP requests; without, Socket Mode. */
export function slackManifest(commands: readonly CommandShape[], options: { readonly url?: string } = {}): object {
  const { url } = options;
  const interactivity = { is_enabled: true, ...(url === undefined ? {} : { request_url: url }) };
  return {
    display_information: {
      name: "sitrep",
      description: "Crisis news with sources, quotes and dates that can be checked",
      background_color: "#1f2937",
    },
    features: {
      bot_user: { display_name: "sitrep", always_online: true },
      slash_commands: slashCommands(commands).map((entry) => (url === undefined ? entry : { ...entry, url })),
    },
    oauth_config: { scopes: { bot: [...BOT_SCOPES] } },
    settings: {
      interactivity,
      socket_mode_enabled: url === undefined,
      org_deploy_enabled: false,
      token_rotation_enabled: false,
    },
  };
}

/** The names that Slack shall register, `/sitrep` first. */
export function slashCommands(commands: readonly CommandShape[]): SlashCommandEntry[] {
  const entries = new Map<string, SlashCommandEntry>();
  entries.set(UMBRELLA, {
    command: UMBRELLA,
    description: "Every command of sitrep; start with /sitrep help",
    usage_hint: "help | <command> [options]",
    should_escape: true,
  });
  for (const shape of commands) {
    const [first = ""] = shape.name.split(" ");
    const group = commands.filter((other) => other.name.startsWith(`${first} `));
    const command = `/${first}`;
    if (TAKEN.has(first) || entries.has(command)) continue;
    const description = group.length > 1 ? `${group.map((one) => one.name).join(", ")}` : shape.summary;
    const hint = group.length > 0 ? group.map((one) => one.name.slice(first.length + 1)).join(" | ") : hintOf(shape);
    entries.set(command, {
      command,
      description: description.slice(0, DESCRIPTION_LENGTH),
      ...(hint === "" ? {} : { usage_hint: hint.slice(0, HINT_LENGTH) }),
      should_escape: true,
    });
  }
  return [...entries.values()];
}

function hintOf(shape: CommandShape): string {
  return shape.options.map(({ name, required }) => (required ? `<${name}>` : `[${name}:…]`)).join(" ");
}
