import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { z } from "zod";
import { UserError } from "../lib/user-error.ts";
import type { Watch } from "../model/watch.ts";
import { actorPackSchema } from "./actor-entries.ts";
import { roleProblems } from "./actors.ts";
import { compileWatch, type Packs, watchProblems } from "./compile-watch.ts";
import { type Settings, settingsSchema } from "./settings.ts";
import { topicPackSchema, watchFileSchema } from "./watch-file.ts";
import { type Check, readYaml } from "./yaml-file.ts";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Reads the packs of a folder beside the watches; a folder without any is none. */
async function loadPacks<Schema extends z.ZodType>(
  folder: string,
  schema: Schema,
  check?: Check<z.output<Schema>>,
): Promise<ReadonlyMap<string, z.output<Schema>>> {
  const files = (await readdir(folder).catch(() => [])).filter((name) => /\.ya?ml$/.test(name)).sort();
  const packs = files.map(async (name) => {
    return [name.replace(/\.ya?ml$/, ""), await readYaml(join(folder, name), schema, check)] as const;
  });
  throwTogether(await Promise.allSettled(packs));
  return new Map(await Promise.all(packs));
}

async function packsBeside(watchFile: string): Promise<Packs> {
  const folder = join(dirname(watchFile), "..");
  const loaded = [
    loadPacks(join(folder, "topics"), topicPackSchema),
    loadPacks(join(folder, "actors"), actorPackSchema, ({ people }) => roleProblems(people)),
  ] as const;
  throwTogether(await Promise.allSettled(loaded));
  return { topics: await loaded[0], actors: await loaded[1] };
}

/** Reads one watch file and the packs of `topics/` and `actors/` beside its folder; the watch's id is the file's name. Throws a UserError that names every problem by line. */
export async function loadWatch(file: string): Promise<Watch> {
  const id = basename(file).replace(/\.ya?ml$/, "");
  if (!ID.test(id))
    throw new UserError(
      `${file} cannot be a watch's name.`,
      "Name the file with lower-case letters, digits and hyphens, such as india-pakistan-2025.yaml.",
    );
  const packs = await packsBeside(file);
  return compileWatch(id, await readYaml(file, watchFileSchema, (read) => watchProblems(read, packs)), packs);
}

async function watchFilesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UserError(`The folder ${folder} cannot be read.`, "Put one watch file for each crisis there.", { cause });
  });
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Problems of several files, told together. */
function throwTogether(results: readonly PromiseSettledResult<unknown>[]): void {
  const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
  const [first] = errors;
  const readable = errors.filter((error) => error instanceof UserError);
  if (first === undefined) return;
  if (readable.length < 2 || readable.length < errors.length) throw first;
  // A pack that two watches use is told once.
  const messages = [...new Set(readable.map((error) => error.message))];
  throw new UserError(messages.join("\n"), readable[0]?.next ?? "");
}

/**
 * Reads `sitrep.yaml` and every file in `watches/` of the folder. Throws a UserError that names all problems of all
 * files.
 */
export async function loadConfig(folder: string): Promise<{ settings: Settings; watches: Watch[] }> {
  const files = await watchFilesIn(join(folder, "watches"));
  const settings = readYaml(join(folder, "sitrep.yaml"), settingsSchema);
  const watches = files.map(loadWatch);
  throwTogether(await Promise.allSettled([settings, ...watches]));
  return { settings: await settings, watches: await Promise.all(watches) };
}
