import { z } from "zod";

const whole = (least: number, most: number) => z.int().min(least).max(most);
/** A group of keys that may be left out as a whole. */
const group = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape);

/** sitrep.yaml: the operator's settings. Every key has a default. */
export const settingsSchema = z
  .strictObject({
    lookBackHours: whole(1, 720)
      .default(24)
      .describe("Items published longer ago than this are kept for look-ups but never posted."),
    poll: group({
      minMinutes: whole(1, 1440).default(5).describe("A feed is asked at most this often."),
      maxMinutes: whole(1, 1440).default(30).describe("A quiet feed is asked at least this often."),
      concurrency: whole(1, 500).default(32).describe("Feeds fetched at the same time, over all hosts."),
      perHost: whole(1, 10).default(1).describe("Connections to one host at the same time."),
      headersSeconds: whole(1, 120).default(10).describe("How long a server may take to begin its answer."),
      totalSeconds: whole(1, 300).default(20).describe("How long one fetch may take altogether."),
      maxCompressedMb: whole(1, 100).default(5).describe("Largest answer on the wire, in megabytes."),
      maxDecodedMb: whole(1, 200).default(10).describe("Largest answer after decompression, in megabytes."),
      userAgentUrl: z
        .url({ protocol: /^https?$/ })
        .default("https://example.org/sitrep")
        .describe("A page that says who runs this bot. Feed servers see it in the User-Agent."),
    })
      .prefault({})
      .describe("How feeds are fetched."),
    delivery: group({
      editEverySeconds: whole(1, 3600).default(30).describe("A message that changed is edited at most this often."),
      leaseSeconds: whole(20, 600)
        .default(40)
        .describe("How long a process may take to deliver a post before another one takes it over."),
      batch: whole(1, 500).default(25).describe("Posts that a process takes at once."),
    })
      .prefault({})
      .describe("How stories are sent to channels."),
    stories: group({
      windowDays: whole(1, 60).default(7).describe("A story older than this takes no new items."),
    })
      .prefault({})
      .describe("How items are brought together."),
    rewording: group({
      callsPerDay: whole(0, 100_000)
        .default(200)
        .describe(
          "How often a day (UTC) the language model of LLM_BASE_URL is asked; without one nothing is reworded.",
        ),
    })
      .prefault({})
      .describe("Stories in other words, by a language model of your own; off by default."),
    managers: group({
      discordRoles: z
        .array(z.string().min(1))
        .default([])
        .describe("Ids of Discord roles whose members may change watches, beside those who may manage the server."),
      slackUsers: z
        .array(z.string().min(1))
        .default([])
        .describe("Ids of Slack users who may change watches, beside workspace admins."),
    })
      .prefault({})
      .describe("Who may change what is watched."),
  })
  .refine(({ poll }) => poll.minMinutes <= poll.maxMinutes, {
    path: ["poll", "minMinutes"],
    message: "must not be above poll.maxMinutes",
  })
  .describe("The operator's settings.");

export type Settings = z.infer<typeof settingsSchema>;

/** What holds where sitrep.yaml says nothing. */
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});
