import type { Readable, Writable } from "node:stream";
import type { Placement } from "../analyse/stories/stories.ts";
import { createStoryIndex } from "../analyse/stories/story-index.ts";
import type { Article } from "../model/article.ts";
import type { Findings } from "../model/findings.ts";
import type { Actor } from "../model/watch.ts";
import { articleOfLine } from "./analyse.ts";
import { readLines, writeLines } from "./json-lines.ts";

type Line = Readonly<Record<string, unknown>>;
type Failure = { readonly id?: unknown; readonly error: string };
type Placed = { readonly id: unknown; readonly item: string; readonly placement: Placement };

/** An input line as an article; an item may be a title alone. */
function itemOfLine(line: Line): Article {
  return articleOfLine(typeof line["text"] === "string" ? line : { ...line, text: line["title"] });
}

function failure(line: Line, error: unknown): Failure {
  const { id } = line;
  return { ...(id === undefined ? {} : { id }), error: error instanceof Error ? error.message : String(error) };
}

/** The story of each item in the end, by the item's id: later items merge stories and take them apart. */
function lastStories(placed: readonly Placed[]): ReadonlyMap<string, string> {
  const stories = new Map<string, string>();
  const itemsOf = new Map<string, Set<string>>();
  const put = (item: string, story: string): void => {
    itemsOf.get(stories.get(item) ?? "")?.delete(item);
    stories.set(item, story);
    itemsOf.set(story, (itemsOf.get(story) ?? new Set()).add(item));
  };
  for (const { item, placement } of placed) {
    for (const from of placement.merged)
      for (const other of [...(itemsOf.get(from) ?? [])]) put(other, placement.story);
    for (const other of placement.split?.items ?? []) put(other, placement.split?.into ?? placement.story);
    put(item, placement.story);
  }
  return stories;
}

/**
 * `cluster`: items in order of arrival to their stories, written when the input has ended, because only then all
 * merges and splits are known. Gives the number of lines that failed.
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
      answers.push({ id: next.line.id, item: article.id, placement: index.place(article, read(article)) });
    } catch (error) {
      answers.push(failure(next.line, error));
    }
  }
  const stories = lastStories(answers.filter((answer) => "placement" in answer));
  await writeLines(
    io.output,
    answers.map((answer) => {
      if ("error" in answer) return answer;
      const { story, duplicateOf } = answer.placement;
      return {
        id: answer.id,
        story: stories.get(answer.item) ?? story,
        ...(duplicateOf === undefined ? {} : { duplicateOf }),
      };
    }),
  );
  return answers.filter((answer) => "error" in answer).length;
}
