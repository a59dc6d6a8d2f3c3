import { notRelevantBecause } from "../cards/reasons.ts";
import { count } from "../cards/wording.ts";
import { inForce } from "../config/edits.ts";
import { UserError } from "../lib/user-error.ts";
import { card, plain, type Reply, type Row } from "../model/card.ts";
import type { Watch } from "../model/watch.ts";
import { isRule } from "../text/phrases/rule.ts";
import { parseRule, ruleProblemInWords } from "../text/phrases/rule-parser.ts";
import type { Command, Run } from "./command.ts";
import { saveChange } from "./edits.ts";
import { findWatch, serverOf } from "./lookups.ts";
import { matchCard } from "./match-card.ts";
import { needed, optional } from "./options.ts";
import { problem, toAsker } from "./replies.ts";
import { versionInWords } from "./rule-version.ts";

const LONGEST_PHRASE = 100;
/** So much of a rule is shown before the place of a problem. */
const LONGEST_SHOWN = 40;
const MAX_WEIGHT = 20;

function topicRow(topic: Watch["topics"][number]): Row {
  const terms = topic.terms.map((term) => `${term.exact ? "~" : ""}${term.phrase} (${term.weight})`);
  return { heading: topic.id, text: plain(terms.join(", ")) };
}

async function listReply(run: Run): Promise<Reply> {
  const watch = findWatch(run, run.options["watch"]);
  const topic = run.options["topic"];
  const topics = watch.topics.filter((one) => topic === undefined || one.id === topic);
  if (topics.length === 0)
    return problem(
      "not-found",
      `${watch.name} has no topic "${topic}".`,
      `It has ${watch.topics.map((t) => t.id).join(", ")}.`,
    );
  const edits = inForce(run.desk.edits(watch.id, serverOf(run)));
  const negative: Row[] =
    topic === undefined
      ? [
          {
            heading: "taken off",
            text: plain(watch.negatives.map((term) => `${term.phrase} (−${term.weight})`).join(", ")),
          },
        ]
      : [];
  return toAsker(
    card({
      kind: "list",
      title: `Keywords: ${watch.name}`,
      lead: plain(
        edits.length === 0
          ? "As in the watch file; this server changed nothing."
          : `${count(edits.length, "change")} of this server took part; see /keywords changes.`,
      ),
      rows: [...topics.map(topicRow), ...negative],
    }),
  );
}

const watchOption = optional("watch", "watch", "The watch; the first one when left out");

/** `/keywords list` */
export const keywordsList: Command = {
  name: "keywords list",
  summary: "The keywords of a watch with their weights, as this server sees them",
  access: "everyone",
  visibility: "private",
  options: [watchOption, optional("topic", "topic", "Only this topic")],
  examples: ["/keywords list", "/keywords list topic:nuclear"],
  run: listReply,
};

/** A phrase that may be searched for: at least one letter or digit, not too long. */
function phraseOption(run: Run): string {
  const phrase = (run.options["phrase"] ?? "").trim();
  if (!/[\p{L}\p{N}]{2}/u.test(phrase))
    throw new UserError(`"${phrase}" has no word to look for.`, "Give a word or phrase of at least two letters.");
  if (isRule(phrase)) return readableRule(phrase);
  if (phrase.length > LONGEST_PHRASE)
    throw new UserError(`The phrase is ${phrase.length} characters long.`, `At most ${LONGEST_PHRASE} are allowed.`);
  return phrase;
}

/** A rule that can be read; the problem names the column, and shows what stands before it. */
function readableRule(rule: string): string {
  const parsed = parseRule(rule);
  if (parsed.kind === "rule") return rule;
  const { problem: found } = parsed;
  throw new UserError(
    `The rule cannot be read: ${ruleProblemInWords(found)}, after "${rule.slice(0, found.column - 1).slice(-LONGEST_SHOWN)}".`,
    'A rule joins words and "phrases" by AND, OR, NOT, NEAR/n and brackets, such as airstrike NEAR/8 (Kashmir OR border).',
  );
}

function weightOption(run: Run): number {
  const weight = Number(run.options["weight"] ?? 3);
  if (Number.isInteger(weight) && weight >= -MAX_WEIGHT && weight <= MAX_WEIGHT && weight !== 0) return weight;
  throw new UserError(
    `The weight ${run.options["weight"]} is not allowed.`,
    `Give a whole number from 1 to ${MAX_WEIGHT}, or a negative one to take points off.`,
  );
}

function topicOption(run: Run, watch: Watch): string {
  const topic = run.options["topic"];
  const ids = watch.topics.map((one) => one.id);
  const [first] = ids;
  if (topic === undefined && first !== undefined) return first;
  if (topic !== undefined && ids.includes(topic)) return topic;
  throw new UserError(`${watch.name} has no topic "${topic}".`, `It has ${ids.join(", ")}.`);
}

/** `/keywords add` */
export const keywordsAdd: Command = {
  name: "keywords add",
  summary: "Add a keyword or phrase to a topic of a watch, for this server",
  access: "manager",
  visibility: "private",
  options: [
    needed("phrase", "text", "A word, phrase or rule (AND OR NOT NEAR/n title: …); inflected forms are found too"),
    optional("topic", "topic", "The topic; the first one when left out"),
    optional("weight", "integer", "1 weak to 5 decisive (3); negative takes points off"),
    watchOption,
  ],
  examples: [
    '/keywords add phrase:"air defence" topic:hostilities weight:3',
    "/keywords add phrase:airstrike NEAR/8 (Kashmir OR border) NOT title:drill",
  ],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const [phrase, weight, topic] = [phraseOption(run), weightOption(run), topicOption(run, watch)];
    return saveChange(
      run,
      watch,
      { kind: "add-keyword", topic, phrase, weight },
      `"${phrase}" now counts ${weight} in ${topic}`,
    );
  },
};

/** `/keywords remove` */
export const keywordsRemove: Command = {
  name: "keywords remove",
  summary: "Take a keyword out of a topic of a watch, for this server",
  access: "manager",
  visibility: "private",
  options: [
    needed("phrase", "text", "The word or phrase as the list shows it"),
    optional("topic", "topic", "The topic; found by the phrase when left out"),
    watchOption,
  ],
  examples: ['/keywords remove phrase:"peace talks"'],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const phrase = phraseOption(run);
    const holds = (topic: Watch["topics"][number]) =>
      (run.options["topic"] ?? topic.id) === topic.id &&
      topic.terms.some((term) => term.phrase.toLowerCase() === phrase.toLowerCase());
    const topic = watch.topics.find(holds);
    const term = topic?.terms.find((one) => one.phrase.toLowerCase() === phrase.toLowerCase());
    if (!topic || !term)
      return problem("not-found", `"${phrase}" is no keyword of ${watch.name}.`, "Run /keywords list to see them all.");
    return saveChange(
      run,
      watch,
      { kind: "remove-keyword", topic: topic.id, phrase: term.phrase },
      `"${term.phrase}" no longer counts in ${topic.id}`,
    );
  },
};

/** `/keywords test` */
export const keywordsTest: Command = {
  name: "keywords test",
  summary: "Score a pasted text against a watch and show every reason",
  access: "everyone",
  visibility: "private",
  options: [needed("text", "text", "The text to try"), watchOption],
  examples: ['/keywords test text:"Shelling resumed along the Line of Control"'],
  run: async (run) => {
    const watch = findWatch(run, run.options["watch"]);
    const view = run.desk.view(watch.id, serverOf(run));
    if (!view) return problem("not-found", `The watch ${watch.id} is not loaded.`, "Run /status.");
    const article = { id: "test", text: run.options["text"] ?? "", published: run.now.toISOString() };
    const match = view.match(article, run.desk.read(article));
    const reason = notRelevantBecause(match.lines);
    const verdict = reason === undefined ? `Would be shown as ${match.level}` : `Would not be shown: ${reason}`;
    const rules = plain(versionInWords(view.watch, run.desk.edits(watch.id, serverOf(run))));
    return toAsker({ ...matchCard(verdict, match, article.text), footer: rules });
  },
};
