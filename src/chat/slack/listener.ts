import type { App, BlockAction, RespondFn } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { card, plain, type Reply } from "../../model/card.ts";
import type { Asker, ChatHandlers } from "../chat.ts";
import { readCommand } from "../command-text.ts";
import { decodeAction } from "../invocation-code.ts";
import { withFilesSent } from "./files.ts";
import { QUIET } from "./posts.ts";
import { PAGE_ACTION, renderCards } from "./render.ts";
import { typedText } from "./wire-text.ts";

/** What the listener needs besides the app. */
export type Listening = {
  readonly handlers: ChatHandlers;
  isManager(user: string, team: string): Promise<boolean>;
  /** Keeps a running answer, so that stopping can wait for it. */
  track(work: Promise<void>): Promise<void>;
};

/** Who asks and where, from the signed payload. */
type From = { readonly user: string; readonly team: string; readonly channel: string };

/** How the reply appears: to the asker alone, to everybody, or in the place of the asker's own reply. */
type Place = "private" | "shared" | "replace";

const STALE_BUTTON = card({
  kind: "error",
  title: "This button does not work any more",
  lead: plain("It is from another version of sitrep. Run the command again."),
});

/** Hears slash commands and buttons. Each is acknowledged at once and answered through its response_url. */
export function listen(app: App, to: Listening): void {
  app.command(/^\//, async ({ command, ack, respond, client }) => {
    await ack();
    const from = { user: command.user_id, team: command.team_id, channel: command.channel_id };
    await to.track(answerCommand(to, { from, slash: command.command, text: command.text, respond, client }));
  });
  app.action<BlockAction>(
    { type: "block_actions", action_id: /^sitrep\.(?:run|page)\./ },
    async ({ body, ack, respond, client }) => {
      await ack();
      await to.track(answerButton(to, body, { respond, client }));
    },
  );
}

/** The ways to answer: through the response_url, or by the Web API. */
type Ways = { readonly respond: RespondFn; readonly client: WebClient };

type Typed = Ways & { readonly from: From; readonly slash: string; readonly text: string };

async function answerCommand(to: Listening, { from, slash, text, respond, client }: Typed): Promise<void> {
  const typed = readCommand(slash, typedText(text), to.handlers.commands);
  const reply = await to.handlers.answer({ ...typed, page: 1, asker: await askerOf(to, from) });
  await show(respond, await withFilesSent(client, from.user, reply), reply.visibility);
}

async function answerButton(to: Listening, body: BlockAction, { respond, client }: Ways): Promise<void> {
  const [button] = body.actions;
  const channel = body.channel?.id;
  if (button?.type !== "button" || channel === undefined) return;
  const action = decodeAction(button.value ?? "");
  if (action === undefined) return show(respond, { visibility: "private", cards: [STALE_BUTTON] }, "private");
  const from = { user: body.user.id, team: body.team?.id ?? body.user.team_id ?? "", channel };
  const answer = await to.handlers.answer({ ...action, asker: await askerOf(to, from) });
  const reply = await withFilesSent(client, from.user, answer);
  const isOwnReply = body.container["is_ephemeral"] === true;
  const turnsPage = button.action_id.startsWith(PAGE_ACTION);
  await show(respond, reply, isOwnReply && turnsPage && reply.problem === undefined ? "replace" : "private");
}

async function askerOf(to: Listening, { user, team, channel }: From): Promise<Asker> {
  return { at: { platform: "slack", server: team, channel }, user, isManager: await to.isManager(user, team) };
}

async function show(respond: RespondFn, reply: Reply, place: Place): Promise<void> {
  await respond({
    ...renderCards(reply.cards),
    ...QUIET,
    response_type: place === "shared" ? "in_channel" : "ephemeral",
    replace_original: place === "replace",
  });
}
