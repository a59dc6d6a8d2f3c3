import type { Readable, Writable } from "node:stream";
import { createStoryIndex } from "../analyse/story-index.ts";
import type { Article } from "../model/article.ts";
import type { Findings } from "../model/findings.ts";
import { articleOfLine } from "./analyse.ts";
import { readLines, writeLines } from "./json-lines.ts";

type Answer = { readonly id: unknown; readonly story: string; readonly duplicateOf?: string };
type Failure = { readonly id?: unknown; readonly error: string };

/** An input line as an article; an item may be a title alone. */
function itemOfLine(line: Readonly<Record<string, unknown>>): Article {
  return articleOfLine(typeof line["text"] === "string" ? line : { ...line, text: line["title"] });
}

/**
 * `cluster`: items in order of arrival to their stories, written when the input has ended, so that all merges are
 * known. Gives the number of lines that failed.
 */
export async function clusterVerb(
  io: { readonly input: Readable; readonly output: Writable },
  _args: readonly string[],
  read: (article: Article) => Findings,
): Promise<number> {
  const index = createStoryIndex();
  const into = new Map<string, string>();
  const answers: (Answer | Failure)[] = [];
  for await (const line of readLines(io.input)) {
    if ("error" in line) {
      answers.push({ error: line.error });
      continue;
    }
    const { id } = line.line;
    try {
      const article = itemOfLine(line.line);
      const { story, duplicateOf, merged } = index.place(article, read(article));
      for (const from of merged) into.set(from, story);
      answers.push({ id, story, ...(duplicateOf === undefined ? {} : { duplicateOf }) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      answers.push({ ...(id === undefined ? {} : { id }), error: message });
    }
  }
  const final = (story: string): string => {
    const next = into.get(story);
    return next === undefined ? story : final(next);
  };
  await writeLines(
    io.output,
    answers.map((answer) => ("story" in answer ? { ...answer, story: final(answer.story) } : answer)),
  );
  return answers.filter((answer) => "error" in answer).length;
}
