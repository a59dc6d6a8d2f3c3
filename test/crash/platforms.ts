import { startFakeDiscord } from "../fakes/discord/fake-discord.ts";
import { startFakeSlack } from "../fakes/slack/fake-slack.ts";
import { LEASE_MS, type Orders } from "./kill-points.ts";

/** How late a platform answers what it has taken, ms: a process can die in between. */
const ANSWER_MS = 6;
const MANY = 1_000_000;
const CHANNELS = 5;

/** A loopback platform with a few channels. */
export type Platform = {
  readonly server: string;
  readonly channels: readonly string[];
  /** A repeated request with the same nonce gives the first message, for longer than any process trusts. */
  readonly keepsNonces: boolean;
  readonly access: Pick<Orders, "platform" | "apiUrl" | "token" | "appToken">;
  /** Every message of a channel, as text. */
  messages(channel: string): string[];
  readonly violations: readonly string[];
  stop(): Promise<void>;
};

/** Discord with a nonce that is kept for two minutes, or for no longer than a process needs to come back. */
async function discord(nonceWindowMs: number): Promise<Platform> {
  const server = "100000000000000009";
  const channels = Array.from({ length: CHANNELS }, (_, at) => `20000000000000010${at}`);
  const fake = await startFakeDiscord({ guilds: [{ id: server, channels }], nonceWindowMs });
  fake.fail({ kind: "delay", ms: ANSWER_MS, times: MANY });
  return {
    server,
    channels,
    keepsNonces: nonceWindowMs > 60_000,
    access: { platform: "discord", apiUrl: fake.apiUrl, token: fake.token, appToken: "" },
    messages: (channel) => fake.messages(channel).map((message) => JSON.stringify(message)),
    violations: fake.violations,
    stop: () => fake.stop(),
  };
}

/** Slack whose history shows a message so long after it was posted. */
async function slack(historyLagMs: number): Promise<Platform> {
  const fake = await startFakeSlack();
  fake.workspace.historyLagMs = historyLagMs;
  const channels = Array.from({ length: CHANNELS }, (_, at) => `C9${at}`);
  for (const id of channels) fake.workspace.channels.set(id, { id, name: `crisis-${id}` });
  fake.latency = ANSWER_MS;
  return {
    server: fake.workspace.team,
    channels,
    keepsNonces: false,
    access: {
      platform: "slack",
      apiUrl: fake.apiUrl,
      token: fake.workspace.botToken,
      appToken: fake.workspace.appToken,
    },
    messages: (channel) => fake.messages(channel).map((message) => JSON.stringify(message)),
    violations: fake.violations,
    stop: () => fake.stop(),
  };
}

/** Starts a loopback Discord or Slack. */
export const PLATFORMS = {
  "Discord, nonce kept": () => discord(120_000),
  "Discord, nonce forgotten": () => discord(300),
  Slack: () => slack(0),
  "Slack, history late": () => slack(LEASE_MS / 2),
  /** Here a look-up comes too early to be believed: nothing is lost, but messages are repeated. */
  "Slack, history later than a lease": () => slack(LEASE_MS * 5),
} as const;
