import type { Registered } from "./routes.ts";
import { APPLICATION, messageJson, type StoredMessage, userJson } from "./world.ts";

type Json = Record<string, unknown>;

/** Who does something where. Without a guild it is a direct message. */
export type Asking = {
  readonly guild?: string;
  readonly channel: string;
  readonly user?: string;
  /** Permission bits of the member, for example `MANAGE_GUILD`. */
  readonly permissions?: bigint;
  readonly roles?: readonly string[];
};

export const MANAGE_GUILD = 1n << 5n;

const MEMBER_PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 31n);
/** The user who asks when a test names none. */
export const SOMEBODY = "500000000000000001";

type Opened = { readonly id: string; readonly token: string };

function base({ id, token }: Opened, asking: Asking, type: number): Json {
  const { guild, channel, user = SOMEBODY, permissions = 0n, roles = [] } = asking;
  const place = { id: channel, type: guild === undefined ? 1 : 0, ...(guild === undefined ? {} : { guild_id: guild }) };
  const member = {
    user: userJson(user),
    roles,
    permissions: (permissions | MEMBER_PERMISSIONS).toString(),
    joined_at: "2026-01-01T00:00:00.000Z",
    deaf: false,
    mute: false,
    flags: 0,
  };
  return {
    id,
    token,
    type,
    version: 1,
    application_id: APPLICATION,
    channel_id: channel,
    channel: place,
    ...(guild === undefined
      ? { user: userJson(user) }
      : { guild_id: guild, guild: { id: guild, locale: "en-US", features: [] }, member }),
    locale: "en-US",
    app_permissions: "8",
    entitlements: [],
    authorizing_integration_owners: {},
    context: guild === undefined ? 1 : 0,
    attachment_size_limit: 10_485_760,
  };
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value : [];
}

/** The registered command or subcommand that the words name: people can only run what was registered. */
function registered(commands: readonly Registered[], command: string): { root: Registered; leaf: Json } {
  const [name, sub] = command.split(" ");
  const root = commands.find((one) => one.name === name);
  const leaf =
    sub === undefined ? root : objects(root?.["options"]).find((one) => one["type"] === 1 && one["name"] === sub);
  if (root === undefined || leaf === undefined) throw new Error(`/${command} is not registered`);
  return { root, leaf };
}

function optionType(leaf: Json, name: string): number {
  const option = objects(leaf["options"]).find((one) => one["name"] === name);
  if (option === undefined) throw new Error(`${String(leaf["name"])} has no option ${name}`);
  return Number(option["type"]);
}

type Resolution = { readonly options: Json[]; readonly resolved?: Json };

function commandData(commands: readonly Registered[], command: string, fill: (leaf: Json) => Resolution): Json {
  const { root, leaf } = registered(commands, command);
  const { options, resolved } = fill(leaf);
  const inner = leaf === root ? options : [{ name: leaf["name"], type: 1, options }];
  return { id: root.id, name: root.name, type: 1, options: inner, ...(resolved === undefined ? {} : { resolved }) };
}

const CHANNEL_OPTION = 7;

export function slashJson(
  opened: Opened & { readonly commands: readonly Registered[] },
  asking: Asking,
  typed: { readonly command: string; readonly given: Readonly<Record<string, string | number>> },
): Json {
  const data = commandData(opened.commands, typed.command, (leaf) => {
    const options = Object.entries(typed.given).map(([name, value]) => ({ name, type: optionType(leaf, name), value }));
    const channels = options
      .filter((option) => option.type === CHANNEL_OPTION)
      .map(({ value }) => [value, { id: value, type: 0, name: "chosen", permissions: "0" }]);
    return { options, resolved: { channels: Object.fromEntries(channels) } };
  });
  return { ...base(opened, asking, 2), data };
}

export function autocompleteJson(
  opened: Opened & { readonly commands: readonly Registered[] },
  asking: Asking,
  typing: { readonly command: string; readonly option: string; readonly typed: string },
): Json {
  const data = commandData(opened.commands, typing.command, (leaf) => ({
    options: [{ name: typing.option, type: optionType(leaf, typing.option), value: typing.typed, focused: true }],
  }));
  return { ...base(opened, asking, 4), data };
}

export function buttonJson(
  opened: Opened,
  asking: Asking,
  pressed: { readonly message: StoredMessage; readonly customId: string },
): Json {
  const data = { custom_id: pressed.customId, component_type: 2 };
  return { ...base(opened, asking, 3), data, message: messageJson(pressed.message) };
}
