import { blockViolations } from "./blocks.ts";
import { controlsOf, pingsOf } from "./pings.ts";

/** A message as the workspace keeps it; `pings` are those whom it would notify. */
export type FakeMessage = {
  readonly ts: string;
  readonly channel: string;
  /** Set when only that user sees it. */
  readonly onlyFor?: string;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
  readonly metadata?: { readonly event_type: string; readonly event_payload: Record<string, unknown> };
  readonly edits: number;
  readonly pings: readonly string[];
  /** Every `<…>` that Slack would read as markup. */
  readonly controls: readonly string[];
  /** Links may unfold or names may become mentions. */
  readonly isLoose: boolean;
};

export type FakeChannel = {
  readonly id: string;
  readonly name: string;
  readonly isPrivate?: boolean;
  readonly isMember?: boolean;
  readonly isArchived?: boolean;
};

export type FakeUser = {
  readonly id: string;
  readonly name: string;
  readonly isAdmin?: boolean;
  readonly isOwner?: boolean;
  readonly isPrimaryOwner?: boolean;
  readonly team?: string;
};

/** A file that was announced; `bytes` when it came, `channel` when it was shared. */
export type FakeFile = {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly alt?: string;
  readonly bytes?: Uint8Array;
  readonly title?: string;
  readonly channel?: string;
};

/** The content of a message to be stored. */
export type Body = {
  readonly text?: string;
  readonly blocks?: Record<string, unknown>[];
  readonly metadata?: FakeMessage["metadata"];
  readonly onlyFor?: string;
  readonly isLoose?: boolean;
};

const TEXT_LIMIT = 40_000;

/** One Slack workspace in memory: its people, channels and messages. */
export class Workspace {
  readonly team = "T0001TEST";
  readonly appId = "A0001TEST";
  readonly botUser = "U0001BOT";
  readonly botId = "B0001TEST";
  readonly botToken = "xoxb-1-test-bot";
  readonly appToken = "xapp-1-test-app";
  readonly signingSecret = "0123456789abcdef0123456789abcdef";
  readonly channels = new Map<string, FakeChannel>();
  readonly users = new Map<string, FakeUser>();
  readonly scopes = new Set([
    "commands",
    "chat:write",
    "chat:write.public",
    "channels:read",
    "groups:read",
    "users:read",
    "channels:history",
    "groups:history",
    "files:write",
  ]);
  /** Bodies that Slack would refuse; must stay empty. */
  readonly violations: string[] = [];
  readonly messages: FakeMessage[] = [];
  readonly files = new Map<string, FakeFile>();
  /** How long a channel's history does not show what was just posted, ms. */
  historyLagMs = 0;
  readonly #postedAt = new Map<string, number>();
  #count = 0;

  /** Stores a message, or gives the error that Slack would answer. */
  add(channel: string, body: Body): FakeMessage | string {
    const error = this.#refusal(body);
    if (error !== undefined) return error;
    const message = this.#message(`${Math.floor(Date.now() / 1000)}.${String(++this.#count).padStart(6, "0")}`, body, {
      channel,
      edits: 0,
    });
    this.messages.push(message);
    this.#postedAt.set(message.ts, Date.now());
    return message;
  }

  /** What everybody sees in a channel's history, oldest first. */
  history(channel: string): FakeMessage[] {
    const until = Date.now() - this.historyLagMs;
    const isShown = ({ ts, onlyFor }: FakeMessage) => onlyFor === undefined && (this.#postedAt.get(ts) ?? 0) <= until;
    return this.messages.filter((message) => message.channel === channel && isShown(message));
  }

  /** Replaces the content of a message, as chat.update and replace_original do. */
  replace(old: FakeMessage, body: Body): FakeMessage | string {
    const error = this.#refusal(body);
    if (error !== undefined) return error;
    const kept = { metadata: old.metadata, ...(old.onlyFor === undefined ? {} : { onlyFor: old.onlyFor }) };
    const message = this.#message(old.ts, { ...kept, ...body }, { channel: old.channel, edits: old.edits + 1 });
    this.messages.splice(this.messages.indexOf(old), 1, message);
    return message;
  }

  /** Takes what was sent to an upload address; gives the HTTP status. */
  receive(id: string, bytes: Uint8Array): number {
    const file = this.files.get(id);
    if (file === undefined || file.bytes !== undefined) return 404;
    if (bytes.length !== file.length) {
      this.#note("upload", `${bytes.length} bytes where ${file.length} were announced`);
      return 400;
    }
    this.files.set(id, { ...file, bytes });
    return 200;
  }

  #message(ts: string, body: Body, place: { channel: string; edits: number }): FakeMessage {
    return {
      ts,
      ...place,
      text: body.text ?? "",
      blocks: body.blocks ?? [],
      pings: pingsOf(body),
      controls: controlsOf(body),
      isLoose: body.isLoose ?? false,
      ...(body.metadata === undefined ? {} : { metadata: body.metadata }),
      ...(body.onlyFor === undefined ? {} : { onlyFor: body.onlyFor }),
    };
  }

  #refusal(body: Body): string | undefined {
    const text = body.text ?? "";
    if (text === "" && body.blocks === undefined) return this.#note("no_text", "neither text nor blocks");
    if (text.length > TEXT_LIMIT) return this.#note("msg_too_long", `text of ${text.length}`);
    const problems = body.blocks === undefined ? [] : blockViolations(body.blocks);
    const [first] = problems;
    return first === undefined ? undefined : this.#note("invalid_blocks", problems.slice(0, 3).join("; "));
  }

  #note(error: string, detail: string): string {
    this.violations.push(`${error}: ${detail}`);
    return error;
  }
}
