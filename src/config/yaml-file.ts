import { readFile } from "node:fs/promises";
import { type Document, isCollection, isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { UserError } from "../lib/user-error.ts";
import { type Problem, pathInWords, problemsOf } from "./problems.ts";

/** Further rules that a schema cannot hold: problems of the parsed value. */
export type Check<Value> = (value: Value) => readonly Problem[];

const MAX_SHOWN = 30;

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    const reason =
      cause instanceof Error && "code" in cause && cause.code === "ENOENT" ? "does not exist" : "cannot be read";
    throw new UserError(`${file} ${reason}.`, "Check the path; SITREP_CONFIG names the folder.", { cause });
  }
}

/** Where in the text a key stands; when it is missing, where the nearest group around it stands. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const key of path) {
    if (!isCollection(node)) break;
    const pair = isMap(node) ? node.items.find((item) => String(item.key) === String(key)) : undefined;
    const next: unknown = pair ? pair.value : node.get(key, true);
    const place = pair ? pair.key : next;
    if (!isNode(place) || !place.range) break;
    offset = place.range[0];
    node = next;
  }
  return offset;
}

function refuse(file: string, lines: readonly string[]): never {
  const more = lines.length > MAX_SHOWN ? [`… and ${lines.length - MAX_SHOWN} more`] : [];
  const count = lines.length === 1 ? "one problem" : `${lines.length} problems`;
  throw new UserError(
    `${file} has ${count}:\n${[...lines.slice(0, MAX_SHOWN), ...more].map((line) => `  ${line}`).join("\n")}`,
    "docs/configuration.md lists every key.",
  );
}

/**
 * Reads a YAML file into what the schema promises. Throws a UserError that lists every problem of the file as
 * `file:line:column key.path: what is allowed`.
 */
export async function readYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  check: Check<z.output<Schema>> = () => [],
): Promise<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(file), { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  if (document.errors.length > 0)
    refuse(
      file,
      document.errors.map((error) => `${at(error.pos[0])} not valid YAML: ${error.message}`),
    );
  const told = (problems: readonly Problem[]) =>
    problems
      .map((problem) => ({ problem, offset: offsetOf(document, problem.path) }))
      .sort((a, b) => a.offset - b.offset)
      .map(({ problem, offset }) => `${at(offset)} ${pathInWords(problem.path) || "the file"}: ${problem.says}`);
  const parsed = schema.safeParse(document.toJS() ?? {}, { reportInput: true });
  if (!parsed.success) refuse(file, told(problemsOf(parsed.error, schema)));
  const further = check(parsed.data);
  if (further.length > 0) refuse(file, told(further));
  return parsed.data;
}
