import { z } from "zod";
import { isRule, MAX_RULE_LENGTH } from "../text/phrases/rule.ts";
import { parseRule, ruleProblemInWords } from "../text/phrases/rule-parser.ts";
import { organisation, person, place } from "./actor-entries.ts";
import { day, id, MAX_WEIGHT, MAX_WORDS_LENGTH, name, spellings, weight, words } from "./fields.ts";

/** A keyword, or a rule over keywords. */
const keyword = z
  .string()
  .max(MAX_RULE_LENGTH)
  .regex(/[\p{L}\p{N}]/u, "must hold at least one letter or digit")
  .superRefine((text, context) => {
    const parsed = isRule(text) ? parseRule(text) : undefined;
    if (parsed?.kind === "problem")
      context.addIssue({ code: "custom", message: `is no rule: ${ruleProblemInWords(parsed.problem)}` });
    if (parsed === undefined && text.length > MAX_WORDS_LENGTH)
      context.addIssue({ code: "custom", message: `must be at most ${MAX_WORDS_LENGTH} characters long` });
  });
/** Phrases by weight: `5: [airstrike, shelling]`. */
const weighted = z.record(
  z.string().regex(/^(?:[1-9]|1\d|20)$/, `must be a weight from 1 to ${MAX_WEIGHT}`),
  z.array(keyword),
);

const event = z.strictObject({
  name,
  spellings,
  not: z.array(words).default([]).describe("Does not count when one of these stands within six words."),
  date: day.optional().describe("When it happened."),
  weight: weight.default(5).describe("Points when the event is mentioned."),
});

const actorPack = z.union([
  id,
  z.strictObject({
    pack: id.describe("A pack of config/actors/."),
    weight: weight.optional().describe("Points for each of its actors, in place of the pack's own."),
  }),
]);

const direction = z.enum(["escalation", "de-escalation", "mixed", "none"]);
const topicWords = weighted.describe(
  "Words and phrases by weight, 1 weak to 5 decisive. Inflected forms are found too; ~word switches that off; word* stands for every word that begins so. A rule joins words by AND, OR, NOT, NEAR/n and brackets: 'airstrike NEAR/8 (Kashmir OR border) NOT title:drill'.",
);

const topic = z.strictObject({
  direction: direction.optional().describe("Which way the topic moves the crisis. The pack's when left out, or none."),
  use: z.array(id).default([]).describe("Packs whose words the topic takes over; its own weights go before theirs."),
  without: z.array(keyword).default([]).describe("Words of the packs that the topic leaves out."),
  words: topicWords.default({}),
});

const feed = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2048)
    .describe("The address of the feed."),
  outlet: words.describe("Who publishes it, as readers know it."),
  owner: words.optional().describe("The company behind the outlet. Outlets of one owner count as one origin."),
  country: words.optional().describe("Where the outlet is based."),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, "must be a language tag such as en or pt-BR")
    .optional()
    .describe("Its language."),
  timezone: z
    .string()
    .refine((zone) => isTimeZone(zone), "must be a time zone such as Asia/Karachi")
    .optional()
    .describe("The zone of dates that name none."),
});

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** config/watches/<id>.yaml: one crisis to follow. */
export const watchFileSchema = z
  .strictObject({
    name: words.describe("The name that is shown."),
    languages: z.array(z.string().min(2)).default(["en"]).describe("Languages of the words below."),
    threshold: z
      .int()
      .min(1)
      .max(1000)
      .default(12)
      .describe(
        "An item is relevant when the words below bring this many points, at least half of them from topics. How grave it is does not count here.",
      ),
    require: z
      .strictObject({
        topics: z.int().min(0).max(10).default(1).describe("How many topics must be touched."),
        actorsOrPlaces: z
          .int()
          .min(0)
          .max(10)
          .default(1)
          .describe(
            "How many actors, places or named events of weight 2 or more. Those of weight 0 or 1 are in the news everywhere and do not make an item relevant.",
          ),
      })
      .prefault({})
      .describe("What a relevant item must hold, whatever its score."),
    sides: z
      .array(words)
      .default([])
      .describe(
        "The countries between which the crisis is, as places and actors below name theirs. What names two of them touches the crisis whatever its words, and brings 3 points.",
      ),
    feeds: z.array(feed).default([]).describe("The feeds to read."),
    actors: z
      .array(actorPack)
      .default([])
      .describe(
        "Packs of config/actors/ whose people and organisations this watch knows: a pack alone, or with the weight they have here. An entry of the same id below stands in place of the pack's.",
      ),
    people: z.record(id, person).default({}).describe("People, by an id of your choice."),
    organisations: z.record(id, organisation).default({}).describe("Organisations, by id."),
    places: z.record(id, place).default({}).describe("Places, by id."),
    events: z
      .record(id, event)
      .default({})
      .describe("Operations, attacks and treaties with a name of their own, by id. All spellings are one event."),
    use: z
      .array(id)
      .default([])
      .describe(
        "Packs of config/topics/ that are topics of this watch. A topic of the same id below adds to its pack.",
      ),
    topics: z.record(id, topic).default({}).describe("What the crisis is about, by id."),
    negatives: weighted
      .default({})
      .describe("Words that speak against it (sport, markets, film), by the points they take off."),
  })
  .describe("One crisis to follow.");

/** config/topics/<id>.yaml: words of a topic that any watch may use. */
export const topicPackSchema = z
  .strictObject({
    name: words.describe("What the topic is called."),
    direction: direction.default("none").describe("Which way the topic moves a crisis."),
    words: topicWords,
  })
  .describe("Words of a topic that any watch may use.");

export type TopicPack = z.infer<typeof topicPackSchema>;
export type WatchFile = z.infer<typeof watchFileSchema>;
