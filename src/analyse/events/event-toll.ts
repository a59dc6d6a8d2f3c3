import type { Span } from "../../model/article.ts";
import type { EventType } from "../../model/findings.ts";
import { type Casualties, findCasualties } from "../../text/casualties.ts";

/** ", killing two", ", leaving ten dead". */
const HARMS =
  /^[,\s]*(?:in|during) which\s|(?:^[,\s]*(?:(?:and|but)\s)?|^[,\s]*\p{Ll}+ing\s[^;:]*\band\s)(?:\p{L}+ly\s)?(?:killing|martyring|wounding|injuring|hurting|leaving|claiming)\s|^[,\s]*(?:and|but)\s(?:also\s)?(?:killed|wounded|injured|left|claimed)\s/iu;

/** Whether a participle tells of people harmed. */
export function tellsToll(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  return HARMS.test(words) && Object.keys(findCasualties(words)).length > 0;
}

/** Types in which people come to harm; a day of mourning or an order is none. */
const HARMFUL = new Set<EventType>(["assault", "fight", "kill", "disaster", "protest", "coerce"]);

/** Whether people come to harm in events of a type. */
export function isHarmful(type: EventType): boolean {
  return HARMFUL.has(type);
}

/** "The death toll of the sinking rose to 17": people died, whatever it was that killed them. */
const DEATH_TOLL = /\b(?:death|casualty) toll\b/i;

/** The figures of the clause, and of what goes on about the same harm; none where the act harms nobody, unless it is a death toll. */
export function tollOf(
  text: string,
  { start, clause, type, harm }: Span & { readonly clause: Span; readonly type: EventType; readonly harm?: Span },
): Casualties {
  const words = text.slice(start, clause.end);
  if (!HARMFUL.has(type) && !(type === "other" && DEATH_TOLL.test(words))) return {};
  const own = findCasualties(words);
  return harm === undefined ? own : { ...findCasualties(text.slice(harm.start, harm.end)), ...own };
}
