import { isFields } from "./blocks.ts";
import type { Body, FakeUser, Workspace } from "./workspace.ts";

/** Arguments of a Web API call as they came: strings, objects already decoded from JSON. */
export type Arguments = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>> & { readonly ok: boolean };

type Method = (workspace: Workspace, args: Arguments) => Answer;

/** The methods that the fake workspace answers. */
export const METHODS: Readonly<Record<string, Method>> = {
  "auth.test": (workspace) => ({
    ok: true,
    team_id: workspace.team,
    team: "Test",
    user_id: workspace.botUser,
    user: "sitrep",
    bot_id: workspace.botId,
    url: "https://test.slack.com/",
  }),
  "chat.postMessage": postMessage,
  "chat.update": updateMessage,
  "chat.postEphemeral": postEphemeral,
  "conversations.history": history,
  "files.getUploadURLExternal": announceFile,
  "files.completeUploadExternal": shareFiles,
  "conversations.info": (workspace, args) => {
    const channel = workspace.channels.get(String(args.channel));
    if (channel === undefined) return refuse("channel_not_found");
    return {
      ok: true,
      channel: {
        id: channel.id,
        name: channel.name,
        is_member: channel.isMember ?? true,
        is_archived: channel.isArchived ?? false,
      },
    };
  },
  "users.info": (workspace, args) => {
    const user = workspace.users.get(String(args.user));
    return user === undefined ? refuse("user_not_found") : { ok: true, user: userAnswer(workspace, user) };
  },
  "users.list": (workspace) => ({
    ok: true,
    members: [...workspace.users.values()].map((user) => userAnswer(workspace, user)),
    response_metadata: { next_cursor: "" },
  }),
};

function refuse(error: string): Answer {
  return { ok: false, error };
}

function userAnswer(workspace: Workspace, user: FakeUser): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    team_id: user.team ?? workspace.team,
    deleted: false,
    is_bot: user.id === workspace.botUser,
    is_admin: user.isAdmin ?? user.isOwner ?? user.isPrimaryOwner ?? false,
    is_owner: user.isOwner ?? user.isPrimaryOwner ?? false,
    is_primary_owner: user.isPrimaryOwner ?? false,
    is_restricted: false,
  };
}

/** Where a message to `channel` goes, or the error: a user's id opens the direct message with the bot. */
function destination(workspace: Workspace, channel: unknown): { id: string } | string {
  const id = String(channel);
  if (workspace.users.has(id)) return { id: `D${id.slice(1)}` };
  const known = workspace.channels.get(id);
  if (known === undefined) return id.startsWith("D") ? { id } : "channel_not_found";
  if (known.isArchived) return "is_archived";
  const mayPost = known.isMember !== false || (!known.isPrivate && workspace.scopes.has("chat:write.public"));
  return mayPost ? { id } : "not_in_channel";
}

function bodyOf(args: Arguments): Body {
  const { blocks, metadata } = args;
  return {
    ...(typeof args.text === "string" ? { text: args.text } : {}),
    ...(Array.isArray(blocks) ? { blocks: blocks.filter(isFields) } : {}),
    ...(isFields(metadata) && typeof metadata.event_type === "string" && isFields(metadata.event_payload)
      ? { metadata: { event_type: metadata.event_type, event_payload: { ...metadata.event_payload } } }
      : {}),
    isLoose: args.link_names !== "false" || args.parse !== "none",
  };
}

function postMessage(workspace: Workspace, args: Arguments): Answer {
  const to = destination(workspace, args.channel);
  if (typeof to === "string") return refuse(to);
  const unfolds = args.unfurl_links !== "false" || args.unfurl_media !== "false";
  const body = bodyOf(args);
  const message = workspace.add(to.id, { ...body, isLoose: unfolds || body.isLoose === true });
  if (typeof message === "string") return refuse(message);
  return { ok: true, channel: to.id, ts: message.ts, message: { ts: message.ts, text: message.text } };
}

function postEphemeral(workspace: Workspace, args: Arguments): Answer {
  const to = destination(workspace, args.channel);
  if (typeof to === "string") return refuse(to);
  const message = workspace.add(to.id, { ...bodyOf(args), onlyFor: String(args.user) });
  return typeof message === "string" ? refuse(message) : { ok: true, message_ts: message.ts };
}

function updateMessage(workspace: Workspace, args: Arguments): Answer {
  const to = destination(workspace, args.channel);
  if (typeof to === "string") return refuse(to);
  const old = workspace.messages.find((message) => message.channel === to.id && message.ts === args.ts);
  if (old === undefined) return refuse("message_not_found");
  const message = workspace.replace(old, bodyOf(args));
  return typeof message === "string" ? refuse(message) : { ok: true, channel: to.id, ts: message.ts };
}

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
function announceFile(workspace: Workspace, args: Arguments): Answer {
  if (!workspace.scopes.has("files:write")) return { ...refuse("missing_scope"), needed: "files:write" };
  const length = Number(args.length);
  if (typeof args.filename !== "string" || !Number.isInteger(length) || length <= 0) return refuse("missing_argument");
  const alt = args.alt_txt ?? args.alt_text;
  if (typeof alt === "string" && alt.length > 1000) return refuse("alt_txt_too_large");
  const id = `F${String(workspace.files.size + 1).padStart(8, "0")}`;
  workspace.files.set(id, {
    id,
    name: args.filename,
    length,
    ...(typeof alt === "string" ? { alt } : {}),
  });
  return { ok: true, file_id: id, upload_url: `${String(args.base)}/upload/${id}` };
}

/** https://docs.slack.dev/reference/methods/files.completeUploadExternal */
function shareFiles(workspace: Workspace, args: Arguments): Answer {
  const { channel_id, files } = args;
  const to = destination(workspace, channel_id);
  // Unlike chat.postMessage, this method opens no direct message by a user's id.
  if (typeof to === "string" || to.id !== channel_id) return refuse("channel_not_found");
  const named = Array.isArray(files) ? files.filter(isFields) : [];
  const known = named.map(({ id }) => workspace.files.get(String(id)));
  if (known.length === 0 || known.some((file) => file?.bytes === undefined)) return refuse("file_not_found");
  for (const { id, title } of named) {
    const file = workspace.files.get(String(id));
    if (file !== undefined) workspace.files.set(file.id, { ...file, channel: to.id, title: String(title) });
  }
  return { ok: true, files: named.map(({ id, title }) => ({ id, title })) };
}

function history(workspace: Workspace, args: Arguments): Answer {
  const channel = workspace.channels.get(String(args.channel));
  if (channel === undefined) return refuse("channel_not_found");
  const scope = channel.isPrivate ? "groups:history" : "channels:history";
  if (!workspace.scopes.has(scope)) return { ...refuse("missing_scope"), needed: scope };
  if (channel.isMember === false) return refuse("not_in_channel");
  const oldest = Number(args.oldest ?? 0);
  const found = workspace
    .history(channel.id)
    .filter(({ ts }) => Number(ts) > oldest)
    .reverse();
  const from = Number(args.cursor ?? 0);
  const limit = Number(args.limit ?? 100);
  const more = from + limit < found.length;
  return {
    ok: true,
    messages: found.slice(from, from + limit).map((message) => ({
      type: "message",
      ts: message.ts,
      text: message.text,
      bot_id: workspace.botId,
      app_id: workspace.appId,
      ...(args.include_all_metadata === "true" && message.metadata ? { metadata: message.metadata } : {}),
    })),
    has_more: more,
    response_metadata: { next_cursor: more ? String(from + limit) : "" },
  };
}
