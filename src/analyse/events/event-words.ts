import type { EventType } from "../../model/findings.ts";

/**
 * Words that tell a type of event, as sources of patterns with "|" between; `_` at the end of a word stands for its
 * regular endings. Of several that match at one place the first one counts, so the particular stand before the general.
 */
export type EventWords = { readonly type: EventType; readonly words: readonly string[] };

/** Source of a pattern for what is held, taken or given back. */
export const PLACE =
  "(?:cit(?:y|ies)|towns?|villages?|areas?|districts?|regions?|provinces?|territor(?:y|ies)|control|positions?|hills?|" +
  "airport|port|bases?|strongholds?|parts?|neighbou?rhoods?|highway|crossings?|outposts?|fields?|suburbs?)";
