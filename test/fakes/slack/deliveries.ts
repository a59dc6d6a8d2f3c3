import { createHmac } from "node:crypto";
import { isFields } from "./blocks.ts";
import type { FakeMessage, Workspace } from "./workspace.ts";

/** What a person typed. `text` is as Slack hands it over: mentions and links already escaped. */
export type SlashCommand = {
  readonly user: string;
  readonly channel: string;
  readonly command: string;
  readonly text?: string;
};

/** A press of the button with that label (or action id) on a message. */
export type Click = {
  readonly user: string;
  readonly on: FakeMessage;
  readonly label?: string;
  readonly actionId?: string;
};

/** The payload of a slash command. */
export function slashPayload(workspace: Workspace, typed: SlashCommand, responseUrl: string): Record<string, string> {
  return {
    token: "legacy",
    team_id: workspace.team,
    team_domain: "test",
    channel_id: typed.channel,
    channel_name: workspace.channels.get(typed.channel)?.name ?? "directmessage",
    user_id: typed.user,
    user_name: workspace.users.get(typed.user)?.name ?? "someone",
    command: typed.command,
    text: typed.text ?? "",
    api_app_id: workspace.appId,
    is_enterprise_install: "false",
    response_url: responseUrl,
    trigger_id: "1.2.3",
  };
}

/** The payload of a button press. */
export function clickPayload(workspace: Workspace, click: Click, responseUrl: string): Record<string, unknown> {
  const button = findButton(click);
  const { on } = click;
  return {
    type: "block_actions",
    user: {
      id: click.user,
      username: "someone",
      name: "someone",
      team_id: workspace.users.get(click.user)?.team ?? workspace.team,
    },
    api_app_id: workspace.appId,
    token: "legacy",
    container: {
      type: "message",
      message_ts: on.ts,
      channel_id: on.channel,
      is_ephemeral: on.onlyFor !== undefined,
    },
    trigger_id: "1.2.3",
    team: { id: workspace.team, domain: "test" },
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: on.channel, name: workspace.channels.get(on.channel)?.name ?? "directmessage" },
    ...(on.onlyFor === undefined
      ? { message: { type: "message", ts: on.ts, text: on.text, blocks: on.blocks, bot_id: workspace.botId } }
      : {}),
    response_url: responseUrl,
    actions: [{ ...button, block_id: "x", type: "button", action_ts: "1.2" }],
  };
}

/** The buttons of a message, in order. */
export function buttonsOf(message: FakeMessage): Record<string, unknown>[] {
  return message.blocks
    .filter((block) => block.type === "actions")
    .flatMap((block) => (Array.isArray(block.elements) ? block.elements.filter(isFields) : []));
}

function findButton(click: Click): Record<string, unknown> {
  const buttons = buttonsOf(click.on);
  const labels = buttons.map((button) => (isFields(button.text) ? String(button.text.text) : ""));
  const at = buttons.findIndex((button, index) => labels[index] === click.label || button.action_id === click.actionId);
  const button = buttons[at];
  if (button === undefined) throw new Error(`no button "${click.label ?? click.actionId}", only: ${labels.join(", ")}`);
  return button;
}

/** How a delivery over HTTP may be made wrong. */
export type SignedOptions = { readonly ageSeconds?: number; readonly secret?: string; readonly tamper?: boolean };

/** A request as Slack signs it: a form for commands and buttons, JSON for events. */
export function signedRequest(
  url: string,
  payload: Record<string, unknown>,
  options: SignedOptions & { secret: string },
): Request {
  const json = payload.type === "url_verification" || payload.type === "event_callback";
  const body = json ? JSON.stringify(payload) : formOf(payload);
  const timestamp = Math.floor(Date.now() / 1000) - (options.ageSeconds ?? 0);
  const signature = createHmac("sha256", options.secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return new Request(url, {
    method: "POST",
    headers: {
      "content-type": json ? "application/json" : "application/x-www-form-urlencoded",
      "x-slack-request-timestamp": String(timestamp),
      "x-slack-signature": `v0=${signature}`,
    },
    body: options.tamper ? `${body} ` : body,
  });
}

function formOf(payload: Record<string, unknown>): string {
  if (typeof payload.type === "string") return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(
    Object.entries(payload).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
}
