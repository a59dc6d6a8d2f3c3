import { type RawAttribute, type Scope, uniformName } from "./namespaces.ts";
import { decodeReferences } from "./source-text.ts";

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Attributes by uniform name, their values decoded. Of two with one name the first counts. */
export function attributesOf(scope: Scope, raw: readonly RawAttribute[]): ReadonlyMap<string, string> {
  if (raw.length === 0) return NO_ATTRIBUTES;
  const attributes = new Map<string, string>();
  for (const [written, value] of raw) {
    if (written.startsWith("xmlns")) continue;
    const name = written.includes(":") ? uniformName(scope, written) : written.toLowerCase();
    if (!attributes.has(name)) attributes.set(name, decodeReferences(value));
  }
  return attributes;
}
