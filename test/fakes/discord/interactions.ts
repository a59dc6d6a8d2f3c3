import { type Answer, NOTHING, ok, refuse } from "./answers.ts";
import { messageJson, type StoredMessage, type World } from "./world.ts";

type Json = Record<string, unknown>;

type Choice = { readonly name: string; readonly value: string };

/** What the person who ran a command or pressed a button gets to see in the end. */
export type Response = {
  /** A new message, the old one changed, or choices for an option. */
  readonly kind: "message" | "update" | "choices";
  readonly message?: StoredMessage;
  readonly choices: readonly Choice[];
  /** Set when it was announced first ("sitrep is thinking…"). */
  readonly announced?: "public" | "private" | "silent";
};

type Open = {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly createdAt: number;
  /** The message with the button. */
  readonly source?: string;
  readonly settle: (response: Response) => void;
  acknowledged: boolean;
  announced?: "public" | "private" | "silent";
  /** The message that stands for the reply. */
  original?: string;
};

const ACKNOWLEDGE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;
const EPHEMERAL = 64;
const UNKNOWN_INTERACTION = refuse({ status: 404, code: 10_062, message: "Unknown interaction" });
const ALREADY = refuse({ status: 400, code: 40_060, message: "Interaction has already been acknowledged." });
const TOKEN_OVER = refuse({ status: 401, code: 50_027, message: "Invalid Webhook Token" });
const UNKNOWN_MESSAGE = refuse({ status: 404, code: 10_008, message: "Unknown Message" });

/** Open interactions and the rules for answering them: three seconds, once, and a token for fifteen minutes. */
export type Interactions = ReturnType<typeof createInteractions>;

export function createInteractions(world: World, violation: (what: string) => void) {
  const byToken = new Map<string, Open>();

  const open = (at: { channel: string; source?: string }) => {
    const id = world.nextId();
    const { promise, resolve } = Promise.withResolvers<Response>();
    byToken.set(`token-${id}`, {
      id,
      token: `token-${id}`,
      ...at,
      createdAt: world.now(),
      settle: resolve,
      acknowledged: false,
    });
    return { id, token: `token-${id}`, response: promise };
  };

  const finish = (one: Open, kind: Response["kind"], message: StoredMessage | undefined): void => {
    const announced = one.announced === undefined ? {} : { announced: one.announced };
    one.settle({ kind, choices: [], ...(message === undefined ? {} : { message }), ...announced });
  };

  const reply = (one: Open, data: Json): Answer => {
    const message = world.create(one.channel, data);
    one.original = message.id;
    finish(one, "message", message);
    return NOTHING;
  };

  const change = (one: Open, data: Json): Answer => {
    const message = one.original === undefined ? undefined : world.edit(one.original, data);
    if (message === undefined) return UNKNOWN_MESSAGE;
    finish(one, "update", message);
    return ok(messageJson(message));
  };

  const announce = (one: Open, isPrivate: boolean): Answer => {
    one.announced = isPrivate ? "private" : "public";
    return NOTHING;
  };

  const callback = (token: string, body: Json): Answer => {
    const one = byToken.get(token);
    const data = (body["data"] ?? {}) as Json;
    if (one === undefined || world.now() - one.createdAt > ACKNOWLEDGE_MS) {
      violation("an interaction was answered after three seconds, or never existed");
      return UNKNOWN_INTERACTION;
    }
    if (one.acknowledged) return ALREADY;
    one.acknowledged = true;
    switch (body["type"]) {
      case 4:
        return reply(one, data);
      case 5:
        return announce(one, (Number(data["flags"] ?? 0) & EPHEMERAL) !== 0);
      case 6:
        one.announced = "silent";
        if (one.source !== undefined) one.original = one.source;
        return NOTHING;
      case 7:
        if (one.source !== undefined) one.original = one.source;
        change(one, data);
        return NOTHING;
      case 8:
        one.settle({ kind: "choices", choices: data["choices"] as Choice[] });
        return NOTHING;
      default:
        violation(`callback of the unknown type ${body["type"]}`);
        return UNKNOWN_INTERACTION;
    }
  };

  const live = (token: string): Open | undefined => {
    const one = byToken.get(token);
    return one?.acknowledged && world.now() - one.createdAt <= TOKEN_MS ? one : undefined;
  };

  const announced = (one: Open): Json => (one.announced === "private" ? { flags: EPHEMERAL } : {});

  /** The first message after an announcement takes its place and its privacy. */
  const followUp = (token: string, body: Json): Answer => {
    const one = live(token);
    if (one === undefined) return TOKEN_OVER;
    const takesPlace = one.original === undefined && (one.announced === "public" || one.announced === "private");
    const message = world.create(one.channel, takesPlace ? { ...body, flags: 0, ...announced(one) } : body);
    one.original ??= message.id;
    finish(one, "message", message);
    return ok(messageJson(message));
  };

  const editOriginal = (token: string, body: Json): Answer => {
    const one = live(token);
    if (one === undefined) return TOKEN_OVER;
    if (one.original !== undefined) return change(one, body);
    const message = world.create(one.channel, { ...body, ...announced(one) });
    one.original = message.id;
    finish(one, "message", message);
    return ok(messageJson(message));
  };

  const deleteOriginal = (token: string): Answer => {
    const one = live(token);
    if (one === undefined) return TOKEN_OVER;
    if (one.original !== undefined) world.messages.delete(one.original);
    one.original = "deleted";
    return NOTHING;
  };

  const getOriginal = (token: string): Answer => {
    const message = world.messages.get(live(token)?.original ?? "");
    return message === undefined ? UNKNOWN_MESSAGE : ok(messageJson(message));
  };

  return { open, callback, followUp, editOriginal, deleteOriginal, getOriginal };
}
