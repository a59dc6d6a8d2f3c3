import type { Span } from "../../model/article.ts";

/** What ``doubled'' marks hold. */
type Doubled = {
  readonly outer: Span;
  /** Without the marks. */
  readonly inner: Span;
  /** False for two apostrophes: a wiki's emphasis. A feed's have become real marks when its item was cleaned. */
  readonly quoted: boolean;
};

/** Whether two accents or two apostrophes, but no wiki's three, stand at an offset. */
export function isDoubled(text: string, at: number): boolean {
  return text.startsWith("``", at) || (text.startsWith("''", at) && text.charAt(at + 2) !== "'");
}

/** What the doubled marks opened at an offset hold; undefined when nothing closes them before the next ones open. */
export function doubledAt(text: string, start: number, paragraph: Span): Doubled | undefined {
  const isAccent = text.charAt(start) === "`";
  for (let at = start + 2; at < paragraph.end; at++) {
    const width = closingWidth(text, at, isAccent);
    if (width === 0) continue;
    if (/\s/u.test(text.charAt(at - 1))) return undefined;
    const inner = { start: start + 2, end: at };
    return {
      outer: { start, end: Math.min(at + width, paragraph.end) },
      inner,
      quoted: isAccent,
    };
  }
  return undefined;
}

/** Letters of the mark at an offset that may close doubled marks, or open the next ones; 0 for all else. */
function closingWidth(text: string, at: number, isAccent: boolean): number {
  if (text.startsWith("''", at) || text.startsWith("``", at)) return 2;
  return isAccent && text.charAt(at) === '"' ? 1 : 0;
}
