import type { Card, Reply } from "../model/card.ts";
import type { Channel, Platform } from "../model/channel.ts";
import type { CommandShape } from "../model/command.ts";

/** Who runs a command, from the signed context of the platform, never from an argument. */
export type Asker = {
  readonly at: Channel;
  readonly user: string;
  readonly isManager: boolean;
};

/** A command as the adapter heard it. Values are untrusted strings; the registry checks them. */
export type Invocation = {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** 1-based page of a paged reply. */
  readonly page: number;
  readonly asker: Asker;
};

export type Choice = { readonly label: string; readonly value: string };

/** What the app gives every adapter. */
export type ChatHandlers = {
  readonly commands: readonly CommandShape[];
  /** Never throws: errors come back as a private reply with a `problem`. */
  answer(invocation: Invocation): Promise<Reply>;
  /** Choices for an option while it is typed, at most 25, from memory, within 100 ms. */
  complete(request: { command: string; option: string; typed: string; asker: Asker }): Promise<Choice[]>;
  /** What the posts of a channel should show now, oldest first: the console draws its channels from it. */
  channelCards(at: Channel, limit: number): Promise<{ readonly post: string; readonly card: Card }[]>;
  /** The channels of a server (by server key) that have a subscription. */
  channels(server: string): Promise<string[]>;
};

/** One wish to show a card in a channel. */
export type Delivery = {
  readonly at: Channel;
  /** Stable for (post, wanted revision): the adapter makes nonce and marker from it. */
  readonly id: string;
  /** Stable for the post across revisions: what a marker found in history is compared with. */
  readonly post: string;
  readonly card: Card;
  /** Edit this message; absent: create one. */
  readonly messageId?: string;
};

/** What became of a delivery; expected failures are values. */
export type Outcome =
  | { readonly kind: "sent"; readonly messageId: string }
  /** The platform may or may not have taken it: socket error, timeout, 5xx after the body went out. */
  | { readonly kind: "ambiguous"; readonly reason: string }
  | { readonly kind: "retry-after"; readonly ms: number; readonly reason: string }
  /** The channel or the whole server refuses: stop and tell a manager. */
  | { readonly kind: "refused"; readonly code: string; readonly reason: string }
  /** The message that was to be edited is gone: create a new one. */
  | { readonly kind: "missing" }
  | { readonly kind: "bad-payload"; readonly reason: string };

export type Found =
  | { readonly kind: "found"; readonly messageId: string }
  | { readonly kind: "absent" }
  /** History cannot be read; the reason says why. */
  | { readonly kind: "unknown"; readonly reason: string };

export type Check = { readonly what: string; readonly ok: boolean; readonly detail: string; readonly next?: string };

/** A chat platform. Platform words (guild, block, embed) never leave the adapter's folder. */
export type Chat = {
  readonly platform: Platform;
  /** For how long after the first attempt the same create may simply be sent again: Discord's nonce window, 0 on Slack, Infinity where creating is idempotent. */
  readonly resendWindowMs: number;
  /** Connects, registers commands when their hash changed, and begins to hand invocations to `handlers`. */
  start(handlers: ChatHandlers): Promise<void>;
  stop(): Promise<void>;
  isReady(): boolean;
  deliver(delivery: Delivery, signal: AbortSignal): Promise<Outcome>;
  /** Looks in the channel's own history for a message of that post sent since then. */
  find(at: Channel, post: string, since: Date, signal: AbortSignal): Promise<Found>;
  /** The address under which members of the channel find a message; undefined while it is not known. */
  linkTo(at: Channel, messageId: string): string | undefined;
  /** The channels in which the managers of a server can be told something; none when there is no such place. */
  managerChannels(server: string, signal: AbortSignal): Promise<string[]>;
  /** For `doctor`: token, permissions, settings. */
  check(): Promise<Check[]>;
  /** Requests under this path of the local web server go to `handle`. */
  readonly http?: { readonly path: string; handle(request: Request): Promise<Response> };
};

/** What an adapter may remember between runs: the hash of the registered commands, for example. */
export type Memory = {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
};
