import { WebAPIPlatformError, WebClient, type WebClientOptions } from "@slack/web-api";
import type { Secret } from "../../lib/secret.ts";
import type { Check } from "../chat.ts";
import { BOT_SCOPES } from "./manifest.ts";

/** What `doctor` looks at. */
export type Checking = {
  readonly client: WebClient;
  readonly clientOptions: WebClientOptions;
  readonly appToken: Secret | undefined;
  readonly signingSecret: Secret | undefined;
};

const PASTE_MANIFEST =
  "Print the manifest with `npm run -s sitrep -- export slack-manifest`, paste it into the app, reinstall the app.";

/** Checks the tokens and scopes, and says what to do about each problem. */
export async function checkSlack(checking: Checking): Promise<Check[]> {
  return [...(await checkBot(checking.client)), await checkHearing(checking)];
}

async function checkBot(client: WebClient): Promise<Check[]> {
  const what = "Slack bot token";
  try {
    const identity = await client.auth.test();
    const found: Check = { what, ok: true, detail: `${identity.user} in ${identity.team}` };
    return [found, checkScopes(identity.response_metadata?.scopes)];
  } catch (error) {
    return [
      { what, ok: false, detail: reasonOf(error), next: "Put the Bot User OAuth Token (xoxb-…) into SLACK_BOT_TOKEN." },
    ];
  }
}

function checkScopes(granted: readonly string[] | undefined): Check {
  const what = "Slack scopes";
  if (granted === undefined) return { what, ok: true, detail: "not told by Slack" };
  const missing = BOT_SCOPES.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return { what, ok: true, detail: granted.join(", ") };
  return { what, ok: false, detail: `missing: ${missing.join(", ")}`, next: PASTE_MANIFEST };
}

async function checkHearing({ appToken, signingSecret, clientOptions }: Checking): Promise<Check> {
  if (appToken !== undefined) return checkSocket(appToken, clientOptions);
  const what = "Slack commands";
  if (signingSecret !== undefined) return { what, ok: true, detail: "by signed HTTP requests to /slack/events" };
  const next = "Set SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET when Slack can reach this machine.";
  return { what, ok: false, detail: "no way to hear them", next };
}

async function checkSocket(appToken: Secret, clientOptions: WebClientOptions): Promise<Check> {
  const what = "Slack Socket Mode";
  try {
    await new WebClient(appToken.reveal(), clientOptions).apps.connections.open({});
    return { what, ok: true, detail: "a connection may be opened" };
  } catch (error) {
    const next =
      "Put an app-level token (xapp-…) with connections:write into SLACK_APP_TOKEN and switch Socket Mode on.";
    return { what, ok: false, detail: reasonOf(error), next };
  }
}

/** Why Slack could not be asked, in a few words. */
function reasonOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) return `Slack refuses it: ${error.data.error}`;
  return error instanceof Error ? error.message : String(error);
}
