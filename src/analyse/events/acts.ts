import type { Span } from "../../model/article.ts";
import type { DatedEvent, EventType } from "../../model/findings.ts";
import { createPhraseIndex } from "../../text/phrases/phrases.ts";
import { ACTS, type ActClass, type ActKind } from "./act-words.ts";

/** The class of each event type of the findings. */
const CLASS: Readonly<Partial<Record<EventType, ActKind>>> = {
  assault: "attack",
  kill: "attack",
  fight: "clash",
  mobilize: "threat",
  threaten: "threat",
  coerce: "pressure",
  sanction: "pressure",
  agree: "agreement",
  concede: "agreement",
  accuse: "refusal",
  reject: "refusal",
  protest: "refusal",
  consult: "talks",
  request: "talks",
  support: "talks",
  aid: "talks",
};

const KINDS = Object.keys(ACTS).filter((kind): kind is ActKind => kind in ACTS);
const PEACE =
  "(?:cease-?fire|truce|armistice|peace (?:deal|treaty|accord|agreement)|(?:halt|stop|end) (?:to )?(?:all )?(?:firing|hostilities|military action|fighting))";
const MADE =
  "agree[sd]?|sign(?:s|ed)?|announce[sd]?|declare[sd]?|reach(?:es|ed)?|accept(?:s|ed)?|conclude[sd]?|enter(?:s|ed)?";
const MADE_AFTER =
  "agreed|announced|declared|signed|reached|takes? effect|took effect|c[oa]mes? into (?:effect|force)|in (?:effect|force)|begins?|began";
/** Peace is made in many words: "agreed to a full and immediate ceasefire", "the truce took effect". */
const PEACE_MADE = new RegExp(
  `\\b(?:${MADE})\\b[^.;:\\n]{0,40}?\\b${PEACE}\\b|\\b(?:cease-?fire|truce|armistice)\\b[^.;:\\n]{0,25}?\\b(?:${MADE_AFTER})\\b`,
  "giu",
);

/** What may come, or is wished for: an attack of this kind is a threat, a peace of this kind is talk. */
const POSSIBLE =
  /\b(?:will|would|could|may|might|should|if|unless|fear(?:s|ing)?|fear(?:ed)(?! dead| killed)|warn\w*|threat\w*|plan(?:s|ned|ning)?|prepar\w+|inten[dt]\w*|ready to|vow\w*|possible|potential|imminent|intelligence|risk|case of|prevent\w*|avoid\w*|avert\w*|deter\w*|any|urg\w+|call(?:s|ed|ing)? for|appeal\w*|propos\w+|seek\w*|sought|hope\w*|demand\w*|offer\w*|push\w*|refus\w+|reject\w*|talks (?:on|about|to|for)|until|before|towards?|how|whether)(?:\s+(?!said\b|says\b)[^\s,;:.]+){0,6}\s+$/iu;
/** "an attack on the island could kill thousands": what would come of it is thought out. */
const WOULD_BE =
  /^(?:(?!\b(?:that|which|who|killed|wounded|injured)\b)[^.;:\n]){0,50}?\b(?:could|would|might|may)\s+(?:\p{L}+ly\s+)?(?:kill|cost|destroy|come|happen|take place|begin|start|follow|bring|claim)\b/iu;
/** What did not happen. */
const NEGATED =
  /\b(?:no|not|never|without|neither|nor|[a-z]+n['’]t)(?:\s+[^\s,;:.]+){0,3}\s+$|\bden(?:y|ies|ied|ying)(?:\s+[^\s,;:.]+){0,8}\s+$/iu;
const BEFORE = 90;

/** Things that were done to people, as nouns and verbs: told of in the main clause, they are the news itself. */
const VIOLENCE =
  /\b(?:attack|air ?strike|strike|struck|kill|dead|died|dies\b|shot\b|shoot|shell(?:s|ed|ing)\b|bomb|blast|explo|death|perish|(?:claim|took|lost)\w*\s(?:\S+\s){0,3}lives\b|massacre|murder|assassinat|ambush|wound|injur|clash|fire(?:d|fight)?\b|fighting|battle|raid|missile|drone|stabb|behead|slain)/gi;

const VIOLENT: ReadonlySet<ActKind> = new Set(["nuclear", "war", "attack", "clash"]);

/** An act with the place that tells it. */
export type Act = Span & Omit<ActClass, "words"> & { readonly kind: ActKind };

/** Whether an act of that kind is violence. */
export function isViolent(kind: ActKind): boolean {
  return VIOLENT.has(kind);
}

function act(kind: ActKind, { start, end }: Span): Act {
  const { what, points, direction } = ACTS[kind];
  return { kind, what, points, direction, start, end };
}

const phrases = KINDS.flatMap((kind) =>
  ACTS[kind].words.split("|").flatMap((word) => {
    const exact = word.startsWith("~");
    return word === "" ? [] : [{ text: exact ? word.slice(1) : word, exact, kind }];
  }),
);
const index = createPhraseIndex(phrases);

/** What becomes of a kind that only may come about. */
function possibly(kind: ActKind): ActKind {
  if (isViolent(kind)) return "threat";
  return kind === "peace" || kind === "agreement" ? "talks" : kind;
}

/** The words before a place, back to the end of the sentence or line before. */
function leadingTo(text: string, at: number): string {
  return text.slice(Math.max(0, at - BEFORE), at).replace(/^[\s\S]*(?:[.!?]\s|\n)/u, "");
}

/** A missile that is fired in a test hits nobody. */
const TEST = /\b(?:tests?|tested|test-?(?:fir|launch|flight)\w*|trials?|training launch|exercise)\b/iu;
const MISSILE = /missile|nuclear|rocket/iu;

function isTest(text: string, { start, end }: Span): boolean {
  if (!MISSILE.test(text.slice(start, end))) return false;
  const before = leadingTo(text, start);
  const after = /^[^\n.!?]*/u.exec(text.slice(end, end + BEFORE))?.[0] ?? "";
  return TEST.test(before + text.slice(start, end) + after);
}

const TESTED = /\btest(?:s|ed|-?fir\w*)?\b[^.\n]{0,40}\bmissiles?\b|\bmissiles?\b[^.\n]{0,20}\btest/iu;
const HITS = /\b(?:hit|hits|struck|kill|wound|injur|slam|land)/iu;

/** "fired a missile" below the headline "Missile tested": whether what a clause tells is the launch of a test. */
export function isTestLaunch(clause: string, lead: string): boolean {
  return /\bmissile/i.test(clause) && !HITS.test(clause) && TESTED.test(lead);
}

/** How the words before a place tell what stands there. */
function mood(text: string, at: number): "told" | "possible" | "negated" {
  const before = leadingTo(text, at);
  if (NEGATED.test(before)) return "negated";
  return POSSIBLE.test(before) || WOULD_BE.test(text.slice(at, at + BEFORE)) ? "possible" : "told";
}

/** The acts that the words of a text tell. The name of an event ("the harbour attack") is no act by itself. */
export function actsIn(text: string, names: readonly Span[]): Act[] {
  const spotted = index.find(text).flatMap(({ phrase, ...span }) => {
    const kind = phrases[phrase]?.kind;
    return kind === undefined ? [] : [act(kind, span)];
  });
  const made = [...text.matchAll(PEACE_MADE)].map((hit) =>
    act("peace", { start: hit.index, end: hit.index + hit[0].length }),
  );
  return [...spotted, ...made].flatMap((one): Act[] => {
    if (names.some((name) => one.start >= name.start && one.end <= name.end)) return [];
    const told = mood(text, one.start);
    if (told === "negated" && one.kind !== "refusal" && one.kind !== "talks") return [];
    return [told === "possible" || isTest(text, one) ? asPossible(one) : one];
  });
}

/** Violence in a part of a text: told of as done, as what may come, as what was not, or no word of it. */
export function violenceIn(text: string, { start, end }: Span): "told" | "possible" | "negated" | "none" {
  const moods = [...text.slice(start, end).matchAll(VIOLENCE)].map((hit) => mood(text, start + hit.index));
  return (["told", "possible", "negated"] as const).find((one) => moods.includes(one)) ?? "none";
}

/** The act that an event of the findings is. What is denied did not happen; what is planned is a threat at most. */
export function actOf(event: DatedEvent): Act[] {
  const kind = CLASS[event.type];
  if (kind === undefined || event.status === "denied") return [];
  return [event.status === "planned" ? asPossible(act(kind, event)) : act(kind, event)];
}

/** The same act as one that only may come. */
export function asPossible(one: Act): Act {
  return act(possibly(one.kind), one);
}
