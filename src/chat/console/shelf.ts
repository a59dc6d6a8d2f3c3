import { randomBytes } from "node:crypto";
import type { Context } from "hono";
import type { Attachment } from "../../model/card.ts";

/** Files of the latest replies; older ones are made again by running the command again. */
const MOST_FILES = 32;

/** A file that can be fetched for a while, under an id that nobody can guess. */
export type Shelved = Attachment & { readonly id: string };

export type Shelf = ReturnType<typeof createShelf>;

/** Keeps the files of replies until the page has fetched them. */
export function createShelf() {
  const shelved = new Map<string, Shelved>();
  return {
    put: (files: readonly Attachment[]): Shelved[] => {
      const added = files.map((file) => ({ ...file, id: randomBytes(16).toString("base64url") }));
      for (const file of added) shelved.set(file.id, file);
      for (const id of [...shelved.keys()].slice(0, -MOST_FILES)) shelved.delete(id);
      return added;
    },
    get: (id: string): Shelved | undefined => shelved.get(id),
  };
}

/** The file as an answer: a picture is shown, anything else is saved; neither is guessed at nor kept by a cache. */
export function sendFile(context: Context, file: Shelved | undefined): Response {
  if (file === undefined)
    return context.text("This file is not kept any more. Run the command again.", 404, { "cache-control": "no-store" });
  const how = file.type === "image/png" ? "inline" : "attachment";
  return context.body(new Uint8Array(file.bytes), 200, {
    "content-type": file.type,
    "content-disposition": `${how}; filename="${file.name}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
}
