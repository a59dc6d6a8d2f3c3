import type { Dispatcher } from "undici";
import { TooLarge } from "./body.ts";

/** Headers by lower-case name; of repeated ones the first. */
export type Headers = Readonly<Record<string, string>>;

/** A server's answer, its body as it came over the wire; empty unless the status is 200. */
type Received = { readonly status: number; readonly headers: Headers; readonly bytes: Buffer };

type Asked = {
  readonly headers: Readonly<Record<string, string>>;
  /** How long the answer may take to begin. */
  readonly headersMs: number;
  /** How large a body may be. */
  readonly wireBytes: number;
  readonly signal: AbortSignal;
};

/** So much of an answer without a document is taken, to keep its connection. Nobody waits long for its end. */
const UNREAD = { bytes: 64 * 1024, ms: 2_000 };
const ENOUGH = new Error("the rest is not read");
const EMPTY = Buffer.alloc(0);

function flatHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) flat[name] = first;
  }
  return flat;
}

/** What has arrived of an answer. */
function createReceived() {
  const chunks: Buffer[] = [];
  let [status, length] = [0, 0];
  let headers: Headers = {};
  return {
    begin: (code: number, written: Parameters<typeof flatHeaders>[0]) => {
      status = code;
      headers = flatHeaders(written);
    },
    /** Whether the rest does not matter. */
    isEnough: () => status > 200,
    /** Takes a piece of the body; gives the length up to there. */
    add: (chunk: Buffer) => {
      if (status === 200) chunks.push(chunk);
      length += chunk.length;
      return length;
    },
    whole: (): Received => {
      const [first = EMPTY] = chunks;
      return { status, headers, bytes: chunks.length < 2 ? first : Buffer.concat(chunks) };
    },
  };
}

/**
 * Asks for what is at `url`, on the client's own events: a stream between them and us costs more than the rest of an
 * answer without news. Rejects with what broke the exchange, with TooLarge, or with the signal's reason.
 */
export async function exchange(dispatcher: Dispatcher, url: URL, asked: Asked): Promise<Received> {
  const { headers, headersMs, wireBytes, signal } = asked;
  signal.throwIfAborted();
  const received = createReceived();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let stop: (reason: Error) => void = reject;
  let patience: NodeJS.Timeout | undefined;
  const onAbort = () => stop(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  const { origin, pathname, search } = url;
  dispatcher.dispatch(
    { origin, path: pathname + search, method: "GET", headers, headersTimeout: headersMs },
    {
      onRequestStart: (controller) => {
        stop = (reason) => controller.abort(reason);
        if (signal.aborted) onAbort();
      },
      onResponseStart: (controller, status, written) => {
        received.begin(status, written);
        if (received.isEnough() && status !== 304) patience = setTimeout(() => controller.abort(ENOUGH), UNREAD.ms);
      },
      onResponseData: (controller, chunk) => {
        const length = received.add(chunk);
        if (received.isEnough() && length > UNREAD.bytes) controller.abort(ENOUGH);
        else if (length > wireBytes) controller.abort(new TooLarge());
      },
      onResponseEnd: () => resolve(),
      onResponseError: (_, error) => (received.isEnough() && !signal.aborted ? resolve() : reject(error)),
    },
  );
  try {
    await promise;
    return received.whole();
  } finally {
    clearTimeout(patience);
    signal.removeEventListener("abort", onAbort);
  }
}
