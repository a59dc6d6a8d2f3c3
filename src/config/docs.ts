import { z } from "zod";
import { actorPackSchema } from "./actor-entries.ts";
import { defaultOf, describedAs, keysOf, memberOf, numberInWords, unwrap } from "./schema-walk.ts";
import { settingsSchema } from "./settings.ts";
import { topicPackSchema, watchFileSchema } from "./watch-file.ts";

type Row = { readonly key: string; readonly schema: z.core.$ZodType };

/** Every key below a schema, parents before children: `feeds[].url`, `people.<id>.name`. */
function rows(schema: z.core.$ZodType, prefix = ""): Row[] {
  const member = memberOf(schema);
  const suffix = unwrap(schema) instanceof z.ZodArray ? "[]" : ".<id>";
  if (member && keysOf(member).length > 0) return rows(member, `${prefix}${suffix}`);
  return keysOf(schema).flatMap(([key, value]) => {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    return [{ key: name, schema: value }, ...rows(value, name)];
  });
}

function kindInWords(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  const number = numberInWords(inner);
  if (number !== undefined) return number;
  if (inner instanceof z.ZodEnum) return inner.options.join(", ");
  if (inner instanceof z.ZodArray) return "list";
  if (inner instanceof z.ZodRecord || inner instanceof z.ZodObject) return "group";
  if (inner instanceof z.ZodURL) return "address";
  return "text";
}

function fallback(schema: z.core.$ZodType): string {
  const value = defaultOf(schema);
  if (value !== undefined) return `\`${JSON.stringify(value)}\``;
  return schema instanceof z.ZodOptional || schema instanceof z.ZodPrefault ? "" : "needed";
}

function table(schema: z.core.$ZodType): string {
  const lines = rows(schema).map(
    ({ key, schema: one }) => `| \`${key}\` | ${kindInWords(one)} | ${fallback(one)} | ${describedAs(one) ?? ""} |`,
  );
  return ["| key | kind | when left out | what it does |", "|---|---|---|---|", ...lines].join("\n");
}

/** docs/configuration.md: every key of `sitrep.yaml` and of a watch file, as the code knows them. */
export function configurationDocs(): string {
  return `# Configuration

This page is generated from the code by \`npm run sitrep -- export docs\`.

A mistake in a file stops the start. The message names the file, the line, the key and what is allowed there.
\`npm run sitrep -- doctor\` checks the files without starting the bot.

## config/sitrep.yaml

${table(settingsSchema)}

## config/watches/&lt;id&gt;.yaml

One file for each crisis; the file's name is the watch's id. \`<id>\` stands for a name of your choice: lower-case
letters, digits and hyphens.

${table(watchFileSchema)}

## config/topics/&lt;id&gt;.yaml

Words of a topic that any watch may use, by the file's name: \`use: [hostilities, nuclear]\`. Those of the watch go before
them.

${table(topicPackSchema)}

## config/actors/&lt;id&gt;.yaml

People and bodies that any watch may take over, by the file's name: \`actors: [pakistan, { pack: united-states, weight: 1 }]\`.
docs/adding-an-actor.md tells how to write one.

${table(actorPackSchema)}
`;
}
