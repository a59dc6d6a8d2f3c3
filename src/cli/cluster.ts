import type { Readable, Writable } from "node:stream";
import type { Placement } from "../analyse/stories.ts";
import { createStoryIndex } from "../analyse/story-index.ts";
import type { Article } from "../model/article.ts";
import type { Findings } from "../model/findings.ts";
import type { Actor } from "../model/watch.ts";
import { articleOfLine } from "./analyse.ts";
import { readLines, writeLines } from "./json-lines.ts";

type Line = Readonly<Record<string, unknown>>;
type Failure = { readonly id?: unknown; readonly error: string };
type Placed = { readonly id: unknown; readonly placement: Placement };

/** An input line as an article; an item may be a title alone. */
function itemOfLine(line: Line): Article {
  return articleOfLine(typeof line["text"] === "string" ? line : { ...line, text: line["title"] });
}

function failure(line: Line, error: unknown): Failure {
  const { id } = line;
  return { ...(id === undefined ? {} : { id }), error: error instanceof Error ? error.message : String(error) };
}

/** What each story is part of in the end. */
function lastStories(placed: readonly Placement[]): (story: string) => string {
  const into = new Map(placed.flatMap(({ story, merged }) => merged.map((from): [string, string] => [from, story])));
  return (story) => {
    let last = story;
    for (let next = into.get(last); next !== undefined; next = into.get(last)) last = next;
    return last;
  };
}

/**
 * `cluster`: items in order of arrival to their stories, written when the input has ended, because only then all
 * merges are known. Gives the number of lines that failed.
 */
export async function clusterVerb(
  io: { readonly input: Readable; readonly output: Writable },
  { read, actors }: { readonly read: (article: Article) => Findings; readonly actors: readonly Actor[] },
): Promise<number> {
  const index = createStoryIndex({ actors });
  const answers: (Placed | Failure)[] = [];
  for await (const next of readLines(io.input)) {
    if ("error" in next) {
      answers.push({ error: next.error });
      continue;
    }
    try {
      const article = itemOfLine(next.line);
      answers.push({ id: next.line.id, placement: index.place(article, read(article)) });
    } catch (error) {
      answers.push(failure(next.line, error));
    }
  }
  const lastStory = lastStories(answers.flatMap((answer) => ("placement" in answer ? [answer.placement] : [])));
  await writeLines(
    io.output,
    answers.map((answer) => {
      if ("error" in answer) return answer;
      const { story, duplicateOf } = answer.placement;
      return { id: answer.id, story: lastStory(story), ...(duplicateOf === undefined ? {} : { duplicateOf }) };
    }),
  );
  return answers.filter((answer) => "error" in answer).length;
}
