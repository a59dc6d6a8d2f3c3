import { attributesOf } from "./attributes.ts";
import { markupText, plainText } from "./element-text.ts";
import { ROOT_SCOPE, type Scope, scopeInside } from "./namespaces.ts";
import type { Tag } from "./tags.ts";
import type { Element } from "./tree.ts";

/** Names that mean something to an object of the language. */
const UNSAFE_NAMES = new Set([
  "__proto__",
  "constructor",
  "prototype",
  "hasownproperty",
  "tostring",
  "valueof",
  "$",
  "_",
]);

/** An element whose end was not seen yet: it is the element in the end, with what its reading needs beside. */
export type OpenElement = Omit<Element, "childrenByName" | "text"> & {
  readonly children: Element[];
  childrenByName: Map<string, Element[]> | undefined;
  text: string;
  readonly scope: Scope;
  /** Where the content begins in the source. */
  readonly from: number;
  holdsMarkup: boolean;
};

/** The scope of names inside `tag`. */
export function scopeOf(tag: Tag, parent: OpenElement | undefined): Scope {
  return scopeInside(parent?.scope ?? ROOT_SCOPE, tag.attributes);
}

function resolveBase(outer: string | undefined, base: string | undefined): string | undefined {
  if (base === undefined) return outer;
  return URL.parse(base, outer)?.href ?? outer;
}

/** The element that `tag` begins; `outer` is what it inherits. */
export function openElement(
  tag: Tag,
  named: { readonly name: string; readonly scope: Scope },
  outer: { readonly base: string | undefined; readonly language: string | undefined },
): OpenElement {
  const attributes = attributesOf(named.scope, tag.attributes);
  return {
    name: named.name,
    attributes,
    children: [],
    childrenByName: undefined,
    text: "",
    base: resolveBase(outer.base, attributes.get("xml:base")),
    language: attributes.get("xml:lang") ?? outer.language,
    scope: named.scope,
    from: tag.contentFrom,
    holdsMarkup: false,
  };
}

/** Ends an element whose content does at `end`: its text is known now. */
export function endElement(open: OpenElement, source: string, end: number): void {
  const { holdsMarkup, attributes, from } = open;
  open.text = holdsMarkup
    ? markupText(source.slice(from, Math.max(from, end)), attributes)
    : plainText(open.text, attributes);
}

/** Puts an element under its parent. Ones with unsafe names are dropped. */
export function adopt(parent: OpenElement, child: Element): void {
  if (UNSAFE_NAMES.has(child.name)) return;
  parent.children.push(child);
  parent.childrenByName ??= new Map();
  const same = parent.childrenByName.get(child.name);
  if (same === undefined) parent.childrenByName.set(child.name, [child]);
  else same.push(child);
}
