import { z } from "zod";
import { day, id, name, spellings, weight, words } from "./fields.ts";

const short = z.union([
  words,
  z.strictObject({
    name: words.describe("The short name."),
    needs: z.array(words).optional().describe("Counts only when one of these stands near it."),
    not: z.array(words).optional().describe("Never counts when one of these stands near it."),
    near: z.int().min(1).max(200).optional().describe("How many words around it are looked at. 40 when left out."),
  }),
]);

const role = z.strictObject({
  title: words.describe("The post: Foreign Minister."),
  also: z.array(words).optional().describe("Other words for the post: foreign minister, army chief."),
  organisation: words.optional().describe("Where the post is held."),
  country: words.optional().describe("The country it is held for."),
  from: day.optional().describe("First day in the post."),
  to: day.optional().describe("Last day in the post."),
});

const country = words.optional().describe("The country it belongs to.");
const shortNames = z
  .array(short)
  .default([])
  .describe("Short names, such as a family name. A name alone, or with the company it needs.");

/** A person of a watch or a pack. */
export const person = z.strictObject({
  name,
  spellings,
  short: shortNames,
  gender: z.enum(["male", "female"]).optional().describe("Lets he and she be resolved."),
  country,
  roles: z.array(role).default([]).describe("Posts held; a title near the name confirms it."),
  weight: weight.default(2).describe("Points when the person is mentioned."),
});

/** An organisation of a watch or a pack. */
export const organisation = z.strictObject({
  name,
  spellings,
  short: shortNames,
  country,
  weight: weight.default(2).describe("Points when the organisation is mentioned."),
});

/** A place of a watch or a pack. */
export const place = z.strictObject({
  name,
  spellings,
  short: shortNames,
  demonyms: z.array(words).default([]).describe("Words for its people: Indian, Indians."),
  country,
  weight: weight.default(3).describe("Points when the place or its people are mentioned."),
});

/** config/actors/<id>.yaml: people and bodies that any watch may take over. */
export const actorPackSchema = z
  .strictObject({
    name: words.describe("What the pack is called."),
    people: z.record(id, person).default({}).describe("People, by an id of your choice."),
    organisations: z.record(id, organisation).default({}).describe("Organisations, by id."),
  })
  .describe("People and bodies that any watch may take over.");

export type ActorPack = z.infer<typeof actorPackSchema>;
