import { isFields } from "./blocks.ts";
import type { Body, FakeMessage, Workspace } from "./workspace.ts";

/** Who acted where, and on which message when it was a button. */
export type Origin = { readonly channel: string; readonly user: string; readonly on?: FakeMessage };

type Url = Origin & { readonly messages: FakeMessage[]; readonly waiting: (() => void)[] };

const USES = 5;
const REPLY_TIMEOUT_MS = 5000;

/** The addresses to which an app answers commands and buttons: each takes five messages. */
export class ResponseUrls {
  readonly #workspace: Workspace;
  readonly #urls = new Map<string, Url>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** A new address, by its id. */
  open(origin: Origin): string {
    const id = String(this.#urls.size + 1);
    this.#urls.set(id, { ...origin, messages: [], waiting: [] });
    return id;
  }

  /** Stores what was sent to an address; gives the HTTP status and body that Slack answers. */
  take(id: string, sent: unknown): { status: number; body: string } {
    const url = this.#urls.get(id);
    if (url === undefined || url.messages.length >= USES) return { status: 404, body: "used_url" };
    if (!isFields(sent)) return { status: 400, body: "invalid_payload" };
    const stored = this.#store(url, sent);
    if (typeof stored === "string") return { status: 400, body: stored };
    url.messages.push(stored);
    for (const wake of url.waiting.splice(0)) wake();
    return { status: 200, body: "ok" };
  }

  #store(url: Url, sent: Readonly<Record<string, unknown>>): FakeMessage | string {
    const body: Body = {
      ...(typeof sent.text === "string" ? { text: sent.text } : {}),
      ...(Array.isArray(sent.blocks) ? { blocks: sent.blocks.filter(isFields) } : {}),
      isLoose: sent.unfurl_links !== false || sent.unfurl_media !== false,
    };
    if (sent.replace_original === true && url.on !== undefined) return this.#workspace.replace(url.on, body);
    const onlyFor = sent.response_type === "in_channel" ? {} : { onlyFor: url.user };
    return this.#workspace.add(url.channel, { ...body, ...onlyFor });
  }

  /** Waits for the n-th message (from 0) sent to an address. */
  async nth(id: string, n: number): Promise<FakeMessage> {
    const deadline = AbortSignal.timeout(REPLY_TIMEOUT_MS);
    for (;;) {
      const url = this.#urls.get(id);
      const message = url?.messages[n];
      if (message !== undefined) return message;
      await new Promise<void>((resolve, reject) => {
        url?.waiting.push(resolve);
        deadline.addEventListener("abort", () => reject(new Error(`no reply ${n} came`)), { once: true });
      });
    }
  }
}
