type Json = Readonly<Record<string, unknown>>;

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

/** Whom a message would ping: only its content can, and only what `allowed_mentions` lets through. Absent, it lets all through. */
export function effectiveMentions(body: Json): string[] {
  const content = typeof body["content"] === "string" ? body["content"] : "";
  const allowed: Json =
    typeof body["allowed_mentions"] === "object" && body["allowed_mentions"] !== null
      ? { ...body["allowed_mentions"] }
      : { parse: ["everyone", "users", "roles"] };
  const parse = list(allowed["parse"]);
  const named = (pattern: RegExp, kind: "users" | "roles") =>
    [...content.matchAll(pattern)]
      .filter(([, id = ""]) => parse.includes(kind) || list(allowed[kind]).includes(id))
      .map(([mention]) => mention);
  return [
    ...(parse.includes("everyone") ? (content.match(/@(?:everyone|here)/g) ?? []) : []),
    ...named(/<@!?(\d+)>/g, "users"),
    ...named(/<@&(\d+)>/g, "roles"),
  ];
}
