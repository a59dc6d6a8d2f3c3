import { type Answer, NOTHING, ok, refuse } from "./answers.ts";
import type { BodyCheck } from "./body-checks.ts";
import type { Interactions } from "./interactions.ts";
import { withFiles } from "./uploads.ts";
import { BOT_USER, messageJson, REFUSALS, type Upload, userJson, type World } from "./world.ts";

type Json = Record<string, unknown>;

export type Request = {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string;
  readonly body: unknown;
  /** Files that came in the same form. */
  readonly files: readonly Upload[];
};

export type Registered = { readonly id: string; readonly name: string } & Json;

/** What the routes work on. */
export type Service = {
  readonly token: string;
  readonly world: World;
  readonly interactions: Interactions;
  readonly check: BodyCheck;
  readonly violation: (what: string) => void;
  readonly gatewayUrl: () => string;
  /** Every registration, as it came. */
  readonly registrations: Registered[][];
};

type Handler = (service: Service, ids: readonly string[], request: Request & { readonly body: Json }) => Answer;

type Route = { readonly method: string; readonly path: string; readonly open?: boolean; readonly handle: Handler };

const UNAUTHORISED = refuse({ status: 401, code: 0, message: "401: Unauthorized" });
const NOT_FOUND = refuse({ status: 404, code: 0, message: "404: Not Found" });
const EMPTY = refuse({ status: 400, code: 50_006, message: "Cannot send an empty message" });

/** Paths as the OpenAPI document names them; `open` ones carry their own token. */
const ROUTES: readonly Route[] = [
  { method: "GET", path: "/gateway/bot", handle: (service) => ok(gatewayJson(service.gatewayUrl())) },
  { method: "GET", path: "/users/@me", handle: () => ok(userJson(BOT_USER)) },
  {
    method: "GET",
    path: "/users/@me/guilds",
    handle: ({ world }) => ok(world.guilds.map(({ id, name }) => ({ id, name: name ?? id, permissions: "0" }))),
  },
  { method: "PUT", path: "/applications/{application_id}/commands", handle: register },
  { method: "POST", path: "/channels/{channel_id}/messages", handle: createMessage },
  { method: "GET", path: "/channels/{channel_id}/messages", handle: listMessages },
  { method: "GET", path: "/channels/{channel_id}/messages/{message_id}", handle: getMessage },
  { method: "PATCH", path: "/channels/{channel_id}/messages/{message_id}", handle: editMessage },
  {
    method: "POST",
    path: "/interactions/{interaction_id}/{interaction_token}/callback",
    open: true,
    handle: ({ interactions }, [, token = ""], { body }) => interactions.callback(token, body),
  },
  {
    method: "POST",
    path: "/webhooks/{webhook_id}/{webhook_token}",
    open: true,
    handle: ({ interactions }, [, token = ""], { body }) => interactions.followUp(token, body),
  },
  {
    method: "PATCH",
    path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
    open: true,
    handle: ({ interactions }, [, token = ""], { body }) => interactions.editOriginal(token, body),
  },
  {
    method: "DELETE",
    path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
    open: true,
    handle: ({ interactions }, [, token = ""]) => interactions.deleteOriginal(token),
  },
  {
    method: "GET",
    path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
    open: true,
    handle: ({ interactions }, [, token = ""]) => interactions.getOriginal(token),
  },
];

const PATTERNS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{\w+\}/g, "([^/]+)")}$`),
}));

/** Answers one request to the REST API; `path` is the part after the version. */
export function answerRequest(service: Service, path: string, request: Request): Answer {
  for (const { route, pattern } of PATTERNS) {
    const ids = route.method === request.method ? pattern.exec(path)?.slice(1) : undefined;
    if (ids === undefined) continue;
    if (!route.open && request.authorization !== `Bot ${service.token}`) return UNAUTHORISED;
    const problems = request.body === undefined ? [] : service.check(route.method, route.path, request.body);
    for (const problem of problems) service.violation(`${route.method} ${route.path}: ${problem}`);
    if (problems.length > 0)
      return { status: 400, body: { code: 50_035, message: "Invalid Form Body", errors: problems } };
    return route.handle(service, ids, { ...request, body: withFiles(request.body, request.files) });
  }
  service.violation(`${request.method} ${path} is no route that the fake knows`);
  return NOT_FOUND;
}

function gatewayJson(url: string): Json {
  const limit = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };
  return { url, shards: 1, session_start_limit: limit };
}

function register({ registrations, world }: Service, _ids: readonly string[], { body }: Request): Answer {
  const commands = (body as Json[]).map((command) => ({
    id: world.nextId(),
    name: String(command["name"]),
    ...command,
  }));
  registrations.push(commands);
  return ok(commands.map((command) => ({ version: command.id, application_id: BOT_USER, ...command })));
}

function createMessage({ world }: Service, [channel = ""]: readonly string[], { body }: { body: Json }): Answer {
  const refusal = world.refusalOf(channel);
  if (refusal !== undefined) return refuse(refusal);
  const isEmpty = !body["content"] && (!Array.isArray(body["embeds"]) || body["embeds"].length === 0);
  return isEmpty ? EMPTY : ok(messageJson(world.create(channel, body)));
}

/** After a message id: the messages right after it. Without: the latest. The newest stands first either way. */
function listMessages({ world }: Service, [channel = ""]: readonly string[], { url }: Request): Answer {
  const refusal = world.refusalOf(channel);
  if (refusal !== undefined) return refuse(refusal);
  if (world.unreadable.has(channel)) return ok([]);
  const limit = Number(url.searchParams.get("limit") ?? 50);
  const after = url.searchParams.get("after");
  const all = world.inChannel(channel).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const chosen =
    after === null ? all.slice(-limit) : all.filter((one) => BigInt(one.id) > BigInt(after)).slice(0, limit);
  return ok(chosen.reverse().map(messageJson));
}

function getMessage({ world }: Service, [channel = "", id = ""]: readonly string[]): Answer {
  const message = world.messages.get(id);
  if (message?.channel !== channel) return refuse(REFUSALS["unknown-message"]);
  return ok(messageJson(message));
}

function editMessage({ world }: Service, [channel = "", id = ""]: readonly string[], { body }: { body: Json }): Answer {
  const refusal = world.refusalOf(channel);
  if (refusal !== undefined) return refuse(refusal);
  if (world.messages.get(id)?.channel !== channel) return refuse(REFUSALS["unknown-message"]);
  const edited = world.edit(id, body);
  return edited === undefined ? NOTHING : ok(messageJson(edited));
}
