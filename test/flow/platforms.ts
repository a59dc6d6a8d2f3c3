import { createDiscordChat } from "../../src/chat/discord/discord-chat.ts";
import { createSlackChat } from "../../src/chat/slack/slack-chat.ts";
import { Secret } from "../../src/lib/secret.ts";
import type { FakeDiscord } from "../fakes/discord/fake-discord.ts";
import type { FakeSlack } from "../fakes/slack/fake-slack.ts";
import type { Use } from "./world.ts";

/** The real Discord adapter, talking to a server on loopback; its memory is the store, as in the program. */
export function discordChat({ token, apiUrl }: FakeDiscord, { store, log }: Use) {
  return createDiscordChat({
    token: new Secret(token),
    apiUrl,
    log,
    managerRoles: [],
    memory: {
      get: (name) => store.marks.get(name),
      set: (name, value) => store.marks.set(name, value, new Date()),
    },
  });
}

/** The real Slack adapter, talking to a server on loopback over a socket or by HTTP. */
export function slackChat({ workspace, apiUrl }: FakeSlack, { log }: Use, mode: "socket" | "http" = "socket") {
  return createSlackChat({
    botToken: new Secret(workspace.botToken),
    ...(mode === "socket"
      ? { appToken: new Secret(workspace.appToken) }
      : { signingSecret: new Secret(workspace.signingSecret) }),
    apiUrl,
    log,
    managerUsers: [],
  });
}
