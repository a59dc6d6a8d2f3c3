import { z } from "zod";

/** The schema inside defaults and optionals. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
    return unwrap(schema.def.innerType);
  return schema;
}

/** The key and value schemas of an object; empty for anything else. */
export function keysOf(schema: z.core.$ZodType): [string, z.core.$ZodType][] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return Object.entries(inner.shape);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap(keysOf);
  return [];
}

/** The schema of a list's or map's members. */
export function memberOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return inner.element;
  return inner instanceof z.ZodRecord ? inner.valueType : undefined;
}

/** The schema that holds at a path of keys and list places. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const next = keysOf(schema).find(([name]) => name === key)?.[1] ?? memberOf(schema);
  return next && schemaAt(next, rest);
}

/** The description written beside a key. */
export function describedAs(schema: z.core.$ZodType): string | undefined {
  return z.globalRegistry.get(schema)?.description;
}

/** The value a key has when it is left out. */
export function defaultOf(schema: z.core.$ZodType): unknown {
  return schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
}

/** "a whole number from 1 to 30"; undefined when the schema is no number. */
export function numberInWords(schema: z.core.$ZodType | undefined): string | undefined {
  const inner = schema && unwrap(schema);
  if (!(inner instanceof z.ZodNumber)) return undefined;
  return `a whole number from ${inner.minValue} to ${inner.maxValue}`;
}
