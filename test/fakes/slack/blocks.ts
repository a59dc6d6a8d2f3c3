/**
 * What Slack refuses in a message's blocks, written from the limits of its published Block Kit reference
 * (docs.slack.dev/reference/block-kit). Only the blocks that a message of ours may hold are known.
 */

type Fields = Readonly<Record<string, unknown>>;
type Report = (problem: string) => void;

const LIMITS = {
  blocks: 50,
  /** Slack refuses messages whose blocks hold more than about 13,200 characters. */
  characters: 12_000,
  id: 255,
  header: 150,
  section: 3000,
  field: 2000,
  fields: 10,
  context: 10,
  actions: 25,
  button: 75,
  value: 2000,
  url: 3000,
} as const;

/** Everything wrong with the blocks of one message; empty when Slack would take them. */
export function blockViolations(blocks: unknown): string[] {
  const problems: string[] = [];
  if (!Array.isArray(blocks)) return ["blocks is not a list"];
  if (blocks.length === 0 || blocks.length > LIMITS.blocks) problems.push(`${blocks.length} blocks`);
  const ids = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    const report: Report = (problem) => problems.push(`blocks[${at}]: ${problem}`);
    if (isFields(block)) {
      checkId(block.block_id, ids, report);
      checkBlock(block, report);
    } else report("not an object");
  }
  const total = characters(blocks);
  if (total > LIMITS.characters) problems.push(`${total} characters in all`);
  return problems;
}

function checkBlock(block: Fields, report: Report): void {
  switch (block.type) {
    case "header":
      only(block, ["text"], report);
      checkText(block.text, { max: LIMITS.header, plainOnly: true }, report);
      break;
    case "divider":
      only(block, [], report);
      break;
    case "section":
      checkSection(block, report);
      break;
    case "context":
      only(block, ["elements"], report);
      for (const element of list(block.elements, LIMITS.context, report))
        checkText(element, { max: LIMITS.section }, report);
      break;
    case "actions":
      checkActions(block, report);
      break;
    case "rich_text":
      only(block, ["elements"], report);
      for (const element of list(block.elements, Infinity, report)) checkRich(element, report);
      break;
    default:
      report(`unknown type ${String(block.type)}`);
  }
}

function checkSection(block: Fields, report: Report): void {
  only(block, ["text", "fields", "accessory", "expand"], report);
  if (block.text === undefined && block.fields === undefined) report("neither text nor fields");
  if (block.text !== undefined) checkText(block.text, { max: LIMITS.section }, report);
  if (block.fields === undefined) return;
  for (const field of list(block.fields, LIMITS.fields, report)) checkText(field, { max: LIMITS.field }, report);
}

function checkActions(block: Fields, report: Report): void {
  only(block, ["elements"], report);
  const ids = new Set<string>();
  for (const button of list(block.elements, LIMITS.actions, report)) {
    if (button.type !== "button") report(`unknown element ${String(button.type)}`);
    only(button, ["text", "action_id", "value", "url", "style", "confirm", "accessibility_label"], report);
    checkText(button.text, { max: LIMITS.button, plainOnly: true }, report);
    checkId(button.action_id, ids, report);
    checkLength(button.value, LIMITS.value, "value", report);
    checkUrl(button.url, report);
    if (button.style !== undefined && button.style !== "primary" && button.style !== "danger") report("bad style");
  }
}

function checkRich(element: Fields, report: Report): void {
  only(element, ["elements", "style", "indent", "border", "offset"], report);
  switch (element.type) {
    case "rich_text_section":
    case "rich_text_quote":
    case "rich_text_preformatted":
      for (const part of list(element.elements, Infinity, report)) checkRichPart(part, report);
      break;
    case "rich_text_list":
      if (element.style !== "bullet" && element.style !== "ordered") report("a list without style");
      for (const part of list(element.elements, Infinity, report)) {
        if (part.type !== "rich_text_section") report("a list holds sections only");
        checkRich(part, report);
      }
      break;
    default:
      report(`unknown rich text ${String(element.type)}`);
  }
}

const RICH_PARTS: Readonly<Record<string, readonly string[]>> = {
  text: ["text", "style"],
  link: ["url", "text", "unsafe", "style"],
  date: ["timestamp", "format", "url", "fallback", "style"],
  emoji: ["name", "unicode", "skin_tone", "style"],
  user: ["user_id", "style"],
  channel: ["channel_id", "style"],
  usergroup: ["usergroup_id", "style"],
  broadcast: ["range", "style"],
};

function checkRichPart(part: Fields, report: Report): void {
  const known = RICH_PARTS[String(part.type)];
  if (known === undefined) {
    report(`unknown rich text part ${String(part.type)}`);
    return;
  }
  only(part, known, report);
  if (part.type === "text" && (typeof part.text !== "string" || part.text === "")) report("empty text");
  if (part.type === "link") {
    if (part.url === undefined) report("a link without url");
    if (part.text === "") report("a link with empty text");
    checkUrl(part.url, report);
  }
  if (part.type !== "date") return;
  if (!Number.isInteger(part.timestamp)) report("timestamp is not whole seconds");
  if (typeof part.format !== "string" || !/\{\w+\}/.test(part.format)) report("a date without format");
}

function checkText(value: unknown, limit: { max: number; plainOnly?: boolean }, report: Report): void {
  if (!isFields(value)) {
    report("no text object");
    return;
  }
  only(value, ["text", "emoji", "verbatim"], report);
  if (value.type !== "plain_text" && value.type !== "mrkdwn") report(`bad text type ${String(value.type)}`);
  if (limit.plainOnly && value.type !== "plain_text") report("must be plain_text");
  if (value.type === "mrkdwn" && value.emoji !== undefined) report("emoji belongs to plain_text");
  if (value.type === "plain_text" && value.verbatim !== undefined) report("verbatim belongs to mrkdwn");
  if (typeof value.text !== "string" || value.text === "") {
    report("empty text");
    return;
  }
  checkLength(value.text, limit.max, "text", report);
}

function checkId(id: unknown, seen: Set<string>, report: Report): void {
  if (id === undefined) return;
  if (typeof id !== "string" || id === "") {
    report("empty id");
    return;
  }
  checkLength(id, LIMITS.id, "id", report);
  if (seen.has(id)) report(`duplicate id ${id}`);
  seen.add(id);
}

function checkUrl(url: unknown, report: Report): void {
  if (url === undefined) return;
  if (typeof url !== "string" || !URL.canParse(url)) {
    report("bad url");
    return;
  }
  checkLength(url, LIMITS.url, "url", report);
}

function checkLength(value: unknown, max: number, what: string, report: Report): void {
  if (typeof value === "string" && value.length > max) report(`${what} has ${value.length} of ${max} characters`);
}

function only(value: Fields, names: readonly string[], report: Report): void {
  for (const name of Object.keys(value)) {
    if (name !== "type" && name !== "block_id" && !names.includes(name)) report(`unknown property ${name}`);
  }
}

function list(value: unknown, max: number, report: Report): Fields[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > max) {
    report(`a list of ${Array.isArray(value) ? value.length : "nothing"}`);
    return [];
  }
  return value.filter(isFields);
}

/** Characters a reader sees, over all nested texts. */
function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + characters(part), 0);
  if (!isFields(value)) return 0;
  return Object.entries(value).reduce(
    (sum, [name, part]) => sum + (name === "text" && typeof part === "string" ? part.length : characters(part)),
    0,
  );
}

/** Whether it is a plain object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
