import { type Action, card, plain, type Reply, type Text } from "../model/card.ts";
import { LEVELS } from "../model/findings.ts";
import type { Mute } from "../model/mute.ts";
import { instantInWords } from "../text/dates/day-in-words.ts";
import type { Command, Run } from "./command.ts";
import { needed, oneOf, optional } from "./options.ts";
import { problem, toChannel } from "./replies.ts";
import { channelOption, targetInWords, targetOption } from "./targets.ts";

const HOUR_MS = 3_600_000;
const HOURS: Readonly<Record<string, number>> = { "1h": 1, "6h": 6, "24h": 24, "7d": 168 };
const ALWAYS = "always";
const USUAL = "24h";

/** "until 2 Mar 2026 09:00 UTC by U3, but not from flash on". */
export function muteInWords({ until, stillFrom, madeBy }: Mute): string {
  const end = until === undefined ? "until /unmute" : `until ${instantInWords(until)}`;
  return `${end} by ${madeBy}${stillFrom === undefined ? "" : `, but not from ${stillFrom} on`}`;
}

async function muteOption(run: Run): Promise<Mute> {
  const hours = HOURS[run.options["for"] ?? USUAL];
  const stillFrom = LEVELS.find((level) => level === run.options["except"]);
  return {
    at: channelOption(run),
    target: await targetOption(run),
    ...(hours === undefined ? {} : { until: new Date(run.now.getTime() + hours * HOUR_MS) }),
    ...(stillFrom === undefined ? {} : { stillFrom }),
    madeBy: run.asker.user,
    madeAt: run.now,
  };
}

function typedTarget({ target: { kind, id } }: Mute): string {
  return kind === "watch" ? id : `${kind}:${id}`;
}

/** Takes a mute back by a button. */
export function unmuteAction(mute: Mute, label: string): Action {
  return { label, command: "unmute", options: { topic: typedTarget(mute), channel: mute.at.channel } };
}

async function muteReply(run: Run): Promise<Reply> {
  const mute = await muteOption(run);
  await run.store.mutes.save(mute);
  const scope = mute.target.kind === "story" ? ", nor about what follows from it" : "";
  const end: Text =
    mute.until === undefined
      ? plain("until somebody runs /unmute")
      : [...plain("until "), { kind: "time", at: mute.until, style: "datetime" }];
  return toChannel(
    card({
      kind: "status",
      title: `Muted: ${targetInWords(run, mute.target)}`,
      lead: [
        ...plain("No new message in "),
        { kind: "channel", id: mute.at.channel },
        ...plain(`${scope} `),
        ...end,
        ...plain(mute.stillFrom === undefined ? "." : `, unless its level is ${mute.stillFrom} or graver.`),
        ...plain(" Messages that are there go on changing, silently."),
      ],
      actions: [unmuteAction(mute, "Unmute")],
    }),
  );
}

const topicOption = needed("topic", "watch", "A watch, or story:<id>, or actor:<id>");

/** `/mute`: no new messages about something for a time. */
export const mute: Command = {
  name: "mute",
  summary: "No new messages about a watch, story or actor in a channel for a time",
  access: "manager",
  visibility: "shared",
  options: [
    topicOption,
    oneOf("for", [...Object.keys(HOURS), ALWAYS], `How long (${USUAL})`),
    optional("except", "level", "The level from which on messages still come"),
    optional("channel", "channel", "Where; here when left out"),
  ],
  examples: ["/mute topic:india-pakistan-2025 for:6h except:flash", "/mute topic:story:bqczq4m65p4j for:always"],
  run: muteReply,
};

/** `/unmute`: the end of a mute. */
export const unmute: Command = {
  name: "unmute",
  summary: "End a mute of a channel before its time",
  access: "manager",
  visibility: "shared",
  options: [topicOption, optional("channel", "channel", "Where; here when left out")],
  examples: ["/unmute topic:india-pakistan-2025"],
  run: async (run) => {
    const [at, target] = [channelOption(run), await targetOption(run)];
    const name = targetInWords(run, target);
    if (!(await run.store.mutes.remove(at, target, run.now)))
      return problem("not-found", `${name} is not muted there.`, "Run /subscriptions to see what is.");
    const lead: Text = [
      ...plain("New messages come to "),
      { kind: "channel", id: at.channel },
      ...plain(" again. /latest has what came meanwhile."),
    ];
    return toChannel(card({ kind: "status", title: `No longer muted: ${name}`, lead }));
  },
};
