import type { Asker } from "../chat/chat.ts";
import type { Desk } from "../desk/desk.ts";
import type { Document, Polled } from "../feeds/source.ts";
import type { Reply } from "../model/card.ts";
import type { CommandShape } from "../model/command.ts";
import type { FeedSpec } from "../model/watch.ts";
import type { Painter } from "../picture/painter.ts";
import type { Store, Viewer } from "../store/store.ts";

/** One line of `/status`. */
export type Condition = { readonly name: string; readonly value: string };

/** What commands may use. */
export type Services = {
  readonly store: Store;
  readonly desk: Desk;
  readonly shapes: readonly CommandShape[];
  /** Polls a feed once, stores nothing. */
  tryFeed(spec: FeedSpec): Promise<Polled>;
  /** Fetches another document of the web: a list of feeds. */
  fetchDocument(url: string): Promise<Document>;
  /** Draws pictures; absent when the optional library for it is not installed. */
  readonly painter?: Painter;
  /** How the running parts are: connections, queues. */
  conditions(): Promise<Condition[]>;
  /** Wakes the poller or the deliverer after a change. */
  wake(): void;
};

/** One run of a command. Options were checked against the command's shape. */
export type Run = Services & {
  readonly asker: Asker;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly options: Readonly<Record<string, string | undefined>>;
  /** 1-based. */
  readonly page: number;
};

/** One command, platform-neutral: its shape is what platforms register, `run` what it does. */
export type Command = CommandShape & { run(run: Run): Promise<Reply> };
