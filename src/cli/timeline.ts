import type { Readable, Writable } from "node:stream";
import { parseArgs } from "node:util";
import { buildTimeline } from "../analyse/events/timeline.ts";
import { UserError } from "../lib/user-error.ts";
import type { Article } from "../model/article.ts";
import { articleOfLine } from "./analyse.ts";
import { readLines, writeLines } from "./json-lines.ts";

const USAGE = 'Write: timeline --topic "word,word" --dates 20 --per-date 2';

type Options = { readonly topic: readonly string[]; readonly dates: number; readonly perDate: number };

function wholeNumber(name: string, written: string): number {
  const value = Number(written);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UserError(`--${name} wants a whole number above 0, not "${written}".`, USAGE);
}

function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        topic: { type: "string", default: "" },
        dates: { type: "string", default: "20" },
        "per-date": { type: "string", default: "2" },
      },
    });
    return {
      topic: values.topic
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== ""),
      dates: wholeNumber("dates", values.dates),
      perDate: wholeNumber("per-date", values["per-date"]),
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(error instanceof Error ? error.message : String(error), USAGE, { cause: error });
  }
}

/** `timeline`: all articles of the input to one line per chosen day, in date order. Gives the number of lines that failed. */
export async function timelineVerb(
  io: { readonly input: Readable; readonly output: Writable },
  args: readonly string[],
): Promise<number> {
  const options = readOptions(args);
  const articles: { article: Article }[] = [];
  const failures: { id?: unknown; error: string }[] = [];
  for await (const read of readLines(io.input)) {
    if ("error" in read) {
      failures.push({ error: read.error });
      continue;
    }
    try {
      articles.push({ article: articleOfLine(read.line) });
    } catch (error) {
      const { id } = read.line;
      failures.push({
        ...(id === undefined ? {} : { id }),
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  await writeLines(io.output, buildTimeline(articles, options));
  await writeLines(io.output, failures);
  return failures.length;
}
