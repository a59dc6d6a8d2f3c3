/** Limits that Discord enforces and its OpenAPI document does not state. */

const COMMAND_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objects(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function semanticProblems(route: string, body: unknown): string[] {
  if (route.endsWith("/commands")) return objects(body).flatMap(commandProblems);
  if (!isObject(body)) return [];
  if (route.endsWith("/callback")) return isObject(body["data"]) ? messageProblems(body["data"]) : [];
  return messageProblems(body);
}

function messageProblems(message: Json): string[] {
  const codes = objects(message["components"])
    .flatMap((row) => objects(row["components"]))
    .map((component) => component["custom_id"])
    .filter((code) => code !== undefined);
  return [
    ...(text(message["content"]).length > 2_000 ? ["/content is longer than 2000"] : []),
    ...(embedLength(objects(message["embeds"])) > 6_000 ? ["/embeds are longer than 6000 together"] : []),
    ...objects(message["embeds"]).flatMap(embedProblems),
    ...(new Set(codes).size < codes.length ? ["/components have a custom_id twice"] : []),
    ...(text(message["nonce"]).length > 25 ? ["/nonce is longer than 25"] : []),
  ];
}

function embedLength(embeds: readonly Json[]): number {
  const texts = embeds.flatMap((embed) => [
    text(embed["title"]),
    text(embed["description"]),
    ...["footer", "author"].map((part) =>
      isObject(embed[part]) ? text(embed[part]["text"] ?? embed[part]["name"]) : "",
    ),
    ...objects(embed["fields"]).flatMap((field) => [text(field["name"]), text(field["value"])]),
  ]);
  return texts.reduce((sum, one) => sum + one.length, 0);
}

function embedProblems(embed: Json): string[] {
  const blank = objects(embed["fields"]).some((field) =>
    [field["name"], field["value"]].some((part) => text(part).trim() === ""),
  );
  return blank ? ["/embeds have a field without name or value"] : [];
}

function commandProblems(command: Json): string[] {
  const name = text(command["name"]);
  const options = objects(command["options"]);
  const names = options.map((option) => option["name"]);
  const firstOptional = options.findIndex((option) => option["required"] !== true);
  const lastRequired = options.findLastIndex((option) => option["required"] === true);
  return [
    ...(COMMAND_NAME.test(name) && name === name.toLowerCase() ? [] : [`"${name}" is no command or option name`]),
    ...(JSON.stringify(command).length > 8_000 ? [`"${name}" is longer than 8000`] : []),
    ...(new Set(names).size < names.length ? [`"${name}" has an option twice`] : []),
    ...(firstOptional >= 0 && lastRequired > firstOptional
      ? [`"${name}" has a required option after an optional one`]
      : []),
    ...(options.length > 25 ? [`"${name}" has more than 25 options`] : []),
    ...options.flatMap(commandProblems),
  ];
}
