import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { Problem } from "../config/problems.ts";
import { readYaml } from "../config/yaml-file.ts";

const FOLDER = join(import.meta.dirname, "../../demo");

const id = z.string().regex(/^[a-z0-9-]+$/, "must be made of small letters, digits and hyphens");
const time = z.iso.datetime({ offset: true, error: "must be a time with its zone: 2025-05-07T02:10:00+05:30" });

const outlets = z.array(
  z.strictObject({
    id,
    name: z.string(),
    country: z.string(),
    timezone: z.string(),
    owner: z.string(),
    domain: z.string().endsWith(".example", "must end in .example"),
    format: z.enum(["rss", "atom", "rdf"]),
    shows: z.enum(["description", "content", "teaser"]),
  }),
);

const items = z.array(
  z.strictObject({
    outlet: id,
    id,
    at: time,
    title: z.string(),
    text: z.string(),
    revisions: z
      .array(z.strictObject({ at: time, title: z.string().optional(), text: z.string().optional() }))
      .default([]),
  }),
);

/** Who publishes in the demo, and in which shape. */
export type DemoOutlet = z.output<typeof outlets>[number];

/** An item with its corrections; paragraphs of `text` are separated by empty lines. */
export type DemoItem = z.output<typeof items>[number];

/** The recording: outlets, and their items in order of publication. */
export type Recording = { readonly outlets: readonly DemoOutlet[]; readonly items: readonly DemoItem[] };

function repeated(rows: readonly { readonly id: string }[]): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    if (seen.has(row.id)) return [{ path: [at, "id"], says: `${row.id} is there twice` }];
    seen.add(row.id);
    return [];
  });
}

function strangers(rows: readonly DemoItem[], known: readonly DemoOutlet[]): Problem[] {
  return rows.flatMap((row, at) =>
    known.some((outlet) => outlet.id === row.outlet)
      ? []
      : [{ path: [at, "outlet"], says: `${row.outlet} is not in outlets.yaml` }],
  );
}

/** Reads the recording that ships with sitrep. Throws a UserError that names file, line and key of every mistake. */
export async function readRecording(folder = FOLDER): Promise<Recording> {
  const known = await readYaml(join(folder, "outlets.yaml"), outlets, repeated);
  const names = (await readdir(join(folder, "items"))).filter((name) => name.endsWith(".yaml")).sort();
  const files = await Promise.all(
    names.map((name) =>
      readYaml(join(folder, "items", name), items, (rows) => [...repeated(rows), ...strangers(rows, known)]),
    ),
  );
  return { outlets: known, items: files.flat().sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
}
