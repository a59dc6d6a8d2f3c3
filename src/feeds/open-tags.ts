import { Parser } from "htmlparser2";

export type Attributes = Readonly<Record<string, string>>;

/** Deeper documents are read no further: the parser's own stack costs more with each level. */
const DEEPEST = 512;

/**
 * Calls `visit` for each opening tag of a document, names in lower case, until it ends or nests too deep. Broken markup
 * is no matter; what a DOCTYPE defines is never expanded.
 */
export function eachTag(
  text: string,
  kind: "html" | "xml",
  visit: (tag: string, attributes: Attributes) => void,
): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        visit(tag, attributes);
        depth++;
        if (depth > DEEPEST) parser.pause();
      },
      onclosetag: () => {
        depth--;
      },
    },
    { xmlMode: kind === "xml", decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  if (depth <= DEEPEST) parser.end();
}
