import { decodeHTML } from "entities";
import { Tokenizer } from "htmlparser2";

/** Each begins and ends a line of its own. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body br dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 " +
    "h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);
/** What stands inside is not the text: code, fallbacks, and captions with their credits. */
const SKIPPED = new Set("script style template noscript iframe object svg math head title figcaption".split(" "));
const CELLS = new Set(["td", "th"]);

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const UNEVEN_SPACE = /[^\S ]| {2}/;
const HAS_TAG = /<[a-z!/?]/i;

type Lines = { add(text: string): void; breakLine(): void; result(): string[] };

/** Most lines need no change: a look is cheaper than a replacement of every space by itself. */
function cleanLine(text: string): string {
  const plain = text.replace(CONTROLS, "");
  return (UNEVEN_SPACE.test(plain) ? plain.replace(/\s+/g, " ") : plain).trim();
}

function createLines(): Lines {
  const lines: string[] = [];
  let pieces: string[] = [];
  const breakLine = () => {
    const line = cleanLine(pieces.join(""));
    pieces = [];
    if (line !== "" && line !== "-") lines.push(line);
  };
  return {
    add: (text) => void pieces.push(text),
    breakLine,
    result: () => {
      breakLine();
      return lines;
    },
  };
}

function decoded(text: string): string {
  return text.includes("&") ? decodeHTML(text) : text;
}

/** Drives the tokenizer itself, not a tree: no nesting is kept, so that none can be too deep. */
function readTags(html: string, lines: Lines): void {
  let skipped: string | undefined;
  const name = (start: number, end: number) => html.slice(start, end).toLowerCase();
  const open = (tag: string) => {
    if (skipped !== undefined) return;
    if (BLOCKS.has(tag)) lines.breakLine();
    if (tag === "li") lines.add("- ");
    if (CELLS.has(tag)) lines.add(" ");
    if (SKIPPED.has(tag)) skipped = tag;
  };
  const close = (tag: string) => {
    // A caption never outlives its figure, even when its own end is missing.
    if (tag === skipped || (skipped === "figcaption" && tag === "figure")) skipped = undefined;
    if (skipped === undefined && BLOCKS.has(tag)) lines.breakLine();
  };
  let opened = "";
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    // Decoded by the piece below: a tokenizer that looks for references walks from letter to letter.
    { decodeEntities: false },
    {
      ontext: (start, end) => void (skipped === undefined && lines.add(decoded(html.slice(start, end)))),
      ontextentity: nothing,
      onopentagname: (start, end) => open((opened = name(start, end))),
      onselfclosingtag: () => close(opened),
      onclosetag: (start, end) => close(name(start, end)),
      oncdata: (start, end, offset) => void (skipped === undefined && lines.add(html.slice(start, end - offset))),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** Text without tags keeps its blank lines as ends of paragraphs. */
function paragraphs(html: string): string[] {
  return HAS_TAG.test(html) ? [html] : html.split(/\n[\t\r ]*\n/);
}

/**
 * The text of HTML (or of plain text): a line for each paragraph, "- " before list entries, spaces as one. Scripts,
 * styles and captions are left out. Takes time linear in the length, whatever the nesting.
 */
export function htmlToText(html: string): string {
  const lines = createLines();
  for (const part of paragraphs(html)) {
    lines.breakLine();
    readTags(part, lines);
  }
  return lines.result().join("\n").toWellFormed();
}

/** A title as one line of plain text: tags out, references decoded once. */
export function plainTitle(html: string): string {
  if (!/[<&]/.test(html)) return cleanLine(html).toWellFormed();
  return htmlToText(html).replaceAll("\n", " ");
}
