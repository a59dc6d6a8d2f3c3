import { WebAPIPlatformError, type WebClient } from "@slack/web-api";
import { type Card, card, plain, type Reply } from "../../model/card.ts";
import { cut } from "../cut.ts";
import { QUIET } from "./posts.ts";
import { renderCards } from "./render.ts";

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal: alt_txt_too_large. */
const ALT_LENGTH = 1000;

const SENT = card({
  kind: "status",
  title: "The file is on its way",
  lead: plain("sitrep sent it to you as a direct message: nobody else sees it there."),
});

/**
 * The reply as it can be shown in the channel: a message that only one person sees can hold no file, so files go to the
 * asker's direct messages, with the cards. The picture's words stand in the message, too.
 */
export async function withFilesSent(client: WebClient, user: string, reply: Reply): Promise<Reply> {
  const { files = [], cards } = reply;
  if (files.length === 0) return reply;
  const described = files.flatMap(({ alt }) => (alt === undefined ? [] : [card({ kind: "status", title: alt })]));
  try {
    // A user's id as channel opens the direct message between that user and the bot; it needs no further scope.
    const shown = renderCards([...cards, ...described]);
    const { channel } = await client.chat.postMessage({ channel: user, ...shown, ...QUIET });
    if (channel === undefined) throw new Error("Slack named no channel");
    await client.files.uploadV2({
      channel_id: channel,
      file_uploads: files.map(({ name, bytes, alt }) => ({
        file: Buffer.from(bytes),
        filename: name,
        title: name,
        ...(alt === undefined ? {} : { alt_text: cut(alt, ALT_LENGTH) }),
      })),
    });
    return { visibility: "private", cards: [SENT] };
  } catch (error) {
    return { visibility: "private", cards: [refusal(error)], problem: PROBLEM };
  }
}

const PROBLEM = {
  code: "file-not-sent",
  what: "Slack did not take the file",
  next: "Run the command again in a minute.",
} as const;

function refusal(error: unknown): Card {
  const code = error instanceof WebAPIPlatformError ? error.data.error : undefined;
  const next =
    code === "missing_scope"
      ? "The app lacks the scope files:write: who manages it installs it anew from the manifest of this version."
      : PROBLEM.next;
  return card({ kind: "error", title: `${PROBLEM.what}${code === undefined ? "" : ` (${code})`}`, lead: plain(next) });
}
