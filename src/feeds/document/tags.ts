import { Tokenizer } from "htmlparser2";
import type { RawAttribute } from "./namespaces.ts";

/** Further attributes of one element are left out: more than a few dozen are an attack. */
const MAX_ATTRIBUTES = 256;
const UNQUOTED = 1;
const NONE: readonly RawAttribute[] = [];

/** A tag that opens an element, as it is written. */
export type Tag = {
  readonly name: string;
  readonly attributes: readonly RawAttribute[];
  /** Where the content begins in the source. */
  readonly contentFrom: number;
};

/** What is told of a document on the way through it. Offsets are into the source. */
export type TagHandler = {
  open(tag: Tag): void;
  /** The innermost open element ends; its content does at `end`. */
  close(end: number): void;
  /** Text between tags, its references not decoded. */
  text(start: number, end: number): void;
  cdata(start: number, end: number): void;
};

/** The raw names of the elements that are open. An end without a beginning means nothing; one further out ends all inside. */
type Nesting = { readonly names: string[]; readonly handler: TagHandler };

function closeTo({ names, handler }: Nesting, name: string, end: number): void {
  const at = names.lastIndexOf(name);
  if (at < 0) return;
  while (names.length > at) {
    names.pop();
    handler.close(end);
  }
}

/** Collects the attributes of the tag that is being read. */
function createAttributes(source: string) {
  let attributes: RawAttribute[] | undefined;
  let [nameFrom, nameTo, from, to] = [0, 0, 0, 0];
  let isUnquoted = false;
  return {
    onattribname: (start: number, end: number) => {
      nameFrom = start;
      nameTo = end;
      from = to = end;
    },
    onattribdata: (start: number, end: number) => {
      from = start;
      to = end;
    },
    onattribend: (quote: number) => {
      isUnquoted = quote === UNQUOTED;
      attributes ??= [];
      if (attributes.length < MAX_ATTRIBUTES) attributes.push([source.slice(nameFrom, nameTo), source.slice(from, to)]);
    },
    take: () => {
      const taken = attributes ?? NONE;
      attributes = undefined;
      return taken;
    },
    /** `<a b=c/>` ends where it begins, but the slash passes for a part of the value. */
    endInSlash: (tagEnd: number) => isUnquoted && to === tagEnd && source[tagEnd - 1] === "/",
  };
}

/**
 * Reads the tags and texts of a document in one pass, however badly they are nested; elements without an end are closed
 * at last. Drives the tokenizer itself: a parser would copy every attribute of every element.
 */
export function readTags(source: string, handler: TagHandler): void {
  const { take, endInSlash, ...attributes } = createAttributes(source);
  const nesting: Nesting = { names: [], handler };
  let name = "";
  /** The end of what was read whole. */
  let read = 0;
  const open = (end: number, isClosed: boolean) => {
    handler.open({ name, attributes: take(), contentFrom: end + 1 });
    nesting.names.push(name);
    if (isClosed) closeTo(nesting, name, end + 1);
    read = end + 1;
  };
  const pass = (_: number, end: number) => {
    read = end + 1;
  };
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      ...attributes,
      onopentagname: (start, end) => {
        name = source.slice(start, end);
      },
      onopentagend: (end) => open(end, endInSlash(end)),
      onselfclosingtag: (end) => open(end, true),
      onclosetag: (start, end) => {
        closeTo(nesting, source.slice(start, end), source.lastIndexOf("<", start));
        read = end + 1;
      },
      ontext: (start, end) => {
        handler.text(start, end);
        read = end;
      },
      oncdata: (start, end, offset) => {
        handler.cdata(start, end - offset);
        read = end + 1;
      },
      oncomment: pass,
      ondeclaration: pass,
      onprocessinginstruction: pass,
      onattribentity: nothing,
      ontextentity: nothing,
      onend: () => {
        for (const _ of nesting.names) handler.close(read);
      },
    },
  );
  tokenizer.write(source);
  tokenizer.end();
}
