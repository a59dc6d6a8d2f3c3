import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { semanticProblems } from "./limits.ts";

const DOCUMENT = fileURLToPath(new URL("../../../../shared/data/chat/discord-openapi.json", import.meta.url));

type Json = Record<string, unknown>;

/** What is wrong with a request's body; empty when Discord would take it. `route` is the OpenAPI path. */
export type BodyCheck = (method: string, route: string, body: unknown) => string[];

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

/** The published document says integer where clients rightly send a string. */
function withoutErrata(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutErrata);
  if (!isObject(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== "default_member_permissions"));
}

/** Every schema that a value may have to satisfy, references and unions opened. */
function opened(document: Json, schema: unknown): Json[] {
  if (!isObject(schema)) return [];
  if (typeof schema["$ref"] === "string") return opened(document, at(document, ...schema["$ref"].slice(2).split("/")));
  const parts = ["anyOf", "oneOf", "allOf"].flatMap((word) => (Array.isArray(schema[word]) ? schema[word] : []));
  return [schema, ...parts.flatMap((part) => opened(document, part))];
}

/**
 * Properties that no possible schema knows. Discord ignores them, so they are misspelt or out of date; `enforce_nonce:
 * false` is a habit of discord.js.
 */
function unknownProperties(document: Json, schemas: readonly Json[], value: unknown, path: string): string[] {
  if (Array.isArray(value)) {
    const items = schemas.flatMap((schema) => opened(document, schema["items"]));
    return value.flatMap((item, index) => unknownProperties(document, items, item, `${path}/${index}`));
  }
  if (!isObject(value) || schemas.some((schema) => isObject(schema["additionalProperties"]))) return [];
  const known = schemas.map((schema) => schema["properties"]).filter(isObject);
  return Object.entries(value).flatMap(([name, inner]) => {
    const types = known.flatMap((properties) => (Object.hasOwn(properties, name) ? [properties[name]] : []));
    if (types.length === 0 && name === "enforce_nonce" && inner === false) return [];
    if (types.length === 0) return [`${path}/${name} is an unknown property`];
    return unknownProperties(
      document,
      types.flatMap((type) => opened(document, type)),
      inner,
      `${path}/${name}`,
    );
  });
}

/** The first error of each path: a wrong union member makes dozens. */
function firstErrors(validate: ValidateFunction): string[] {
  const byPath = new Map<string, string>();
  for (const { instancePath, message = "is wrong" } of validate.errors ?? [])
    if (!byPath.has(instancePath)) byPath.set(instancePath, `${instancePath || "body"} ${message}`);
  return [...byPath.values()];
}

/** Checks bodies against Discord's OpenAPI document, when it is there, and against the limits that it does not state. */
export function createBodyCheck(): BodyCheck {
  if (!existsSync(DOCUMENT)) {
    console.warn(
      "!!! discord-openapi.json is absent: request bodies are NOT checked against Discord's OpenAPI document",
    );
    return (_method, route, body) => semanticProblems(route, body);
  }
  const document: Json = JSON.parse(readFileSync(DOCUMENT, "utf8"));
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  ajv.addFormat("snowflake", /^\d{1,20}$/).addFormat("nonce", true);
  ajv.addSchema(document, "discord");
  const validators = new Map<string, ValidateFunction>();
  return (method, route, body) => {
    const keys = ["paths", route, method.toLowerCase(), "requestBody", "content", "application/json", "schema"];
    const schema = at(document, ...keys);
    if (schema === undefined) return body === undefined ? [] : [`${method} ${route} takes no body`];
    const pointer = keys.map((key) => encodeURIComponent(key.replace(/~/g, "~0").replace(/\//g, "~1"))).join("/");
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: `discord#/${pointer}` });
    validators.set(pointer, validate);
    const errors = validate(withoutErrata(body)) ? [] : firstErrors(validate);
    const unknown = unknownProperties(document, opened(document, schema), body, "");
    return [...errors, ...unknown, ...semanticProblems(route, body)];
  };
}
