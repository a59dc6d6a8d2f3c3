import type { Readable, Writable } from "node:stream";
import { parseArgs } from "node:util";
import { createAnalyser } from "../analyse/create-analyser.ts";
import { UserError } from "../lib/user-error.ts";
import type { Article } from "../model/article.ts";
import type { Watch } from "../model/watch.ts";
import { mapLines } from "./json-lines.ts";

type Line = Readonly<Record<string, unknown>>;

function text(line: Line, field: string): string | undefined {
  const value = line[field];
  return typeof value === "string" ? value : undefined;
}

/** An input line as an article, or an error that says what is missing. */
export function articleOfLine(line: Line): Article {
  const body = text(line, "text");
  if (body === undefined) throw new UserError('the line has no "text"', "give every line an id and a text");
  const rest = ["title", "published", "source", "language"].flatMap((field) => {
    const value = text(line, field);
    return value === undefined ? [] : [[field, value] as const];
  });
  return { id: String(line["id"] ?? ""), text: body, ...Object.fromEntries(rest) };
}

/** The watch files named by `--watch`, or undefined for all that are configured. */
export function watchFiles(args: readonly string[]): readonly string[] | undefined {
  const { values } = parseArgs({ args: [...args], options: { watch: { type: "string", multiple: true } } });
  return values.watch;
}

/** `analyse`: an article a line to its findings a line. Gives the number of lines that failed. */
export async function analyseVerb(
  io: { readonly input: Readable; readonly output: Writable },
  watches: readonly Watch[],
): Promise<number> {
  const analyser = createAnalyser(watches);
  return mapLines(io, (line) => {
    const article = articleOfLine(line);
    const findings = analyser.read(article);
    const matches = watches.map((watch) => {
      const { direction: _, ...match } = analyser.match(article, findings, watch.id);
      return match;
    });
    return { id: line.id, ...findings, matches };
  });
}
