import type { z } from "zod";
import { keysOf, numberInWords, schemaAt, unwrap } from "./schema-walk.ts";

type Issue = z.core.$ZodIssue;

/** A problem of a file in words, and the path of keys that leads to it. */
export type Problem = { readonly path: readonly PropertyKey[]; readonly says: string };

/** `topics.hostilities.words.5[2]` */
export function pathInWords(path: readonly PropertyKey[]): string {
  return path
    .map((key, at) => (typeof key === "number" ? `[${key}]` : `${at === 0 ? "" : "."}${String(key)}`))
    .join("");
}

/** Edits between two words: insertions, deletions, replacements. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function nearest(key: string, allowed: readonly string[]): string | undefined {
  const ranked = allowed
    .map((name) => ({ name, far: distance(key.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const [best] = ranked;
  return best && best.far <= Math.max(1, Math.floor(best.name.length / 2)) ? best.name : undefined;
}

function unknownKey(key: string, allowed: readonly string[]): string {
  const close = nearest(key, allowed);
  const list = `allowed here: ${allowed.join(", ")}`;
  return close === undefined ? `is not a known key; ${list}` : `is not a known key; did you mean "${close}"? (${list})`;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  array: "a list, such as [a, b]",
  object: "a group of keys",
  record: "a group of keys, each with its value",
  boolean: "true or false",
};

function limitInWords(issue: Extract<Issue, { code: "too_small" | "too_big" }>): string {
  const least = issue.code === "too_small";
  const bound = String(least ? issue.minimum : issue.maximum);
  const unit = issue.origin === "string" ? " characters long" : "";
  return `must be ${least ? "at least" : "at most"} ${bound}${unit}`;
}

/** What a value should be: "a group with the keys name, weight". */
function wanted(schema: z.core.$ZodType | undefined, expected: string): string {
  const keys = expected === "object" && schema !== undefined ? keysOf(schema).map(([key]) => key) : [];
  if (keys.length > 0) return `a group with the keys ${keys.join(", ")}`;
  return numberInWords(schema) ?? NOUNS[expected] ?? expected;
}

function says(issue: Issue, schema: z.core.$ZodType): string {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return `is missing: ${NOUNS[issue.expected] ?? issue.expected} is needed`;
      return `must be ${wanted(schemaAt(schema, issue.path), issue.expected)}`;
    case "too_small":
    case "too_big":
      return limitInWords(issue);
    case "invalid_value":
      return `must be one of: ${issue.values.join(", ")}`;
    case "invalid_union": {
      const keys = keysOf(schemaAt(schema, issue.path) ?? schema).map(([key]) => key);
      return `must be text, or a group with the keys ${keys.join(", ")}`;
    }
    case "invalid_key":
      return issue.issues[0]?.message ?? "is not allowed as a key";
    case "invalid_format":
      return issue.format === "url" ? "must be an address that starts with http:// or https://" : issue.message;
    default:
      return issue.message;
  }
}

/** What zod found wrong, one problem for each key, in words that name what is allowed. */
export function problemsOf(error: z.ZodError, schema: z.core.$ZodType): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    if (issue.code !== "unrecognized_keys") return [{ path: issue.path, says: says(issue, schema) }];
    const allowed = keysOf(unwrap(schemaAt(schema, issue.path) ?? schema)).map(([key]) => key);
    return issue.keys.map((key) => ({ path: [...issue.path, key], says: unknownKey(key, allowed) }));
  });
}
