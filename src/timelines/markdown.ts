import { safeLink } from "../chat/link.ts";
import { type Entry, LEGEND, remarksOf, type Source } from "./entry.ts";

/** What means something to Markdown, wherever it stands or at the start of a line. */
const SPECIAL = /[\\`*_{}[\]<>~|#&]/g;
const LINE_START = /^(\s*)(?:([-+=>])|(\d+)([.)]))/;
/** Renderers make links of bare addresses and mentions of names. */
const ADDRESS = /:(?=\/\/)|(?<=\b(?:www|mailto|xmpp))[.:]/gi;
const MENTION = /@(?=[\p{L}\p{N}_-])/gu;

/** Untrusted text as Markdown that shows exactly that text. */
function escaped(text: string): string {
  return text
    .replace(SPECIAL, "\\$&")
    .replace(LINE_START, (_, space, mark, digits, dot) => `${space}${mark ? `\\${mark}` : `${digits}\\${dot}`}`)
    .replace(ADDRESS, "\\$&")
    .replace(MENTION, "@\u200b");
}

function link({ outlet, url }: Source): string {
  const address = url === undefined ? undefined : safeLink(url);
  return address === undefined ? escaped(outlet) : `[${escaped(outlet)}](<${address}>)`;
}

function lineOf(entry: Entry): string {
  const { sign, type, name, what, sources } = entry;
  const told = [
    ...(sign === undefined ? [] : [sign === "~" ? "\\~ " : `${sign} `]),
    ...(type === undefined ? [] : [`${escaped(type)} · `]),
    ...(name === undefined ? [] : [`**${escaped(name)}**: `]),
    escaped(what),
  ].join("");
  return `- ${told}  \n  ${[...remarksOf(entry).map(escaped), sources.map(link).join(", ")].join(" · ")}\n`;
}

/** A timeline as Markdown: a heading for each day, a list of its events, sources linked. */
export function timelineMarkdown(title: string, entries: readonly Entry[]): string {
  const days = Map.groupBy(entries, ({ when }) => when);
  const sections = [...days].map(([when, told]) => `## ${escaped(when)}\n\n${told.map(lineOf).join("")}`);
  return [`# ${escaped(title)}\n`, ...sections, `${escaped(LEGEND)}\n`].join("\n");
}
