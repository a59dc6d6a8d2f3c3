/** The same object without its undefined values: absent means that the key is not there. */
export function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

export function toDate(ms: number | null): Date | undefined {
  return ms === null ? undefined : new Date(ms);
}

export function toMs(date: Date | undefined): number | null {
  return date === undefined ? null : date.getTime();
}

/** Reads a JSON column. Only this store writes them, so the shape is the one that was stored. */
export function parsed<T>(json: string): T {
  return JSON.parse(json) as T;
}

/** A value as the drivers take it: no NUL, which PostgreSQL refuses in text, and no type that one of them would bind as something else. */
export function bindable(value: unknown): string | number | bigint | Uint8Array | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value.replaceAll("\0", "");
  if (typeof value === "number" || typeof value === "bigint" || value instanceof Uint8Array) return value;
  if (typeof value === "boolean") return Number(value);
  throw new TypeError(`a ${typeof value} cannot be stored as it is`);
}

/** How JSON writes NUL and halves of characters; a text that speaks of them only costs a second look. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** Rows as one parameter: each text in it is stored as it would be alone. */
export function jsonOf(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  if (!UNSTORABLE.test(json)) return json;
  return JSON.stringify(rows, (_, value: unknown) => (typeof value === "string" ? storable(value) : value));
}

/** No NUL, which PostgreSQL refuses in text, and no half of a character. */
function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/** Rows or ids in one statement: each value is a parameter, and both engines allow some ten thousands. */
const CHUNK = 500;

/** The same in parts small enough for one statement each. */
export function chunks<T>(all: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < all.length; at += CHUNK) parts.push(all.slice(at, at + CHUNK));
  return parts;
}
