import { type RawAttributes, type Scope, uniformName } from "./namespaces.ts";
import { decodeReferences } from "./source-text.ts";

const MAX_ATTRIBUTES = 256;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Attributes by uniform name, their values decoded. */
export function attributesOf(scope: Scope, raw: RawAttributes): ReadonlyMap<string, string> {
  if (raw.length === 0) return NO_ATTRIBUTES;
  const attributes = new Map<string, string>();
  for (const [name, value] of raw) {
    if (name.startsWith("xmlns")) continue;
    attributes.set(name.includes(":") ? uniformName(scope, name) : name.toLowerCase(), decodeReferences(value));
  }
  return attributes;
}

/** The first attributes of an element: more than a few dozen are an attack. */
export function firstAttributes(attributes: Readonly<Record<string, string>>): RawAttributes {
  const first: [string, string][] = [];
  for (const name in attributes) {
    if (first.length >= MAX_ATTRIBUTES) break;
    first.push([name, attributes[name] ?? ""]);
  }
  return first;
}
