import type { Article, Span } from "../../model/article.ts";
import type { Findings, MatchLine } from "../../model/findings.ts";
import type { NamedEvent } from "../../model/watch.ts";
import { blankOut } from "../../text/blank-out.ts";
import { findCasualties } from "../../text/casualties.ts";
import { stem } from "../../text/stem.ts";
import { tokenize } from "../../text/tokens.ts";
import { type Act, actOf, actsIn, asPossible, isTestLaunch, isViolent, violenceIn } from "../events/acts.ts";
import { countryNamed } from "../names/country-words.ts";
import { negativeSpotter } from "../names/sightings.ts";
import type { Lead } from "../reading/lead.ts";
import { backgroundOf } from "./background.ts";
import { SOFTENING } from "./everyday.ts";

/** A line of the score whose span is still one of the lead. */
export type Draft = Span & Pick<MatchLine, "points" | "what">;

/** What an item reports as new, and how grave that is. */
export type Severity = {
  readonly acts: readonly Act[];
  readonly background: readonly Span[];
  readonly lines: readonly Draft[];
};

/** Points by people killed, the most first. */
const TOLLS: readonly (readonly [number, number])[] = [
  [100, 30],
  [20, 20],
  [5, 10],
  [1, 5],
];
const INJURED = 3;
const UNHURT = 10;
const CLAIMED = 10;
const BETWEEN_STATES = 20;

const NOBODY_HURT =
  /\b(?:no (?:one|body|civilians?|soldiers?|people|person) (?:was|were|has been|have been|had been) (?:hurt|injured|killed|wounded)|no (?:reports? of )?(?:casualties|injuries|deaths|loss of life)|nobody (?:was |has been )?(?:hurt|injured|killed)|without (?:any )?(?:casualties|injuries|loss of life)|there were no (?:casualties|injuries|deaths))\b/iu;

/** Said by one side alone. Who claims an attack, or lives, claims something else. */
const CLAIM =
  /\b(?:claim(?:s|ed|ing)?(?! (?:responsibility|credit|the lives|the life|the attack|at least|\p{N}|\p{L}+ lives))|alleg(?:es|ed|ing)|purported|reportedly)\b/iu;

/** Arms that only states send over a border. */
const STATE_ARMS =
  /\b(?:air ?strikes?|strikes?|struck|missiles?|jets?|warplanes?|fighter|drones?|air force|navy|naval|invade\w*|invasion|troops cross\w*|bomb(?:s|ed|ers?)|war|ceasefire|cease-fire|truce|peace|firing|hostilities|military action)\b/i;

const softening = negativeSpotter(SOFTENING);

/** The gravest act; among equals the latest. */
function gravestOf(acts: readonly Act[]): Act | undefined {
  return [...acts].sort((a, b) => b.points - a.points || b.start - a.start)[0];
}

/** Events of the findings as acts, with spans of the lead: those that the lead itself tells, and tells as new. */
function actsOfEvents(lead: Lead, findings: Findings, bare: string): Act[] {
  return lead.sentences.flatMap((sentence) => {
    const own = lead.toArticle(sentence);
    if (own === undefined) return [];
    const shift = sentence.start - own.start;
    return findings.events
      .filter((event) => event.start >= own.start && event.end <= own.end)
      .flatMap(actOf)
      .map((act) => ({ ...act, start: act.start + shift, end: act.end + shift }))
      .flatMap((act) => asTold(lead.text, bare, act));
  });
}

const FEWER_FORCES = /\b(?:reduc|withdr|pull(?:s|ed|ing)? (?:back|out)|cut(?:s|ting)?\b|disengag|demobili)/i;

/** "the besieged town": how a place is, not what was done. */
const UNDER_SIEGE =
  /\bbesieged\s+(?:\p{L}+\s+)?(?:town|city|cities|capital|village|area|district|region|enclave|camp|hospital)s?\b/iu;

/** What is left of an event's act when the background is taken out of its clause, and as what the words tell it. */
function asTold(whole: string, bare: string, act: Act): Act[] {
  const [words, left] = [whole.slice(act.start, act.end), bare.slice(act.start, act.end)];
  if (act.kind === "threat" && FEWER_FORCES.test(words)) return [];
  // "which is banned in both countries" says more of something known.
  if (!isViolent(act.kind) && /^(?:which|who|whose|that)\b/.test(words)) return [];
  // "until Pakistan ended its support": asked for, not done. A test hits nobody.
  if (/^(?:until|if|unless)\b/.test(words) || isTestLaunch(words, whole)) return [asPossible(act)];
  if (!isViolent(act.kind)) return left.replace(/\s+/g, " ").length > words.length / 2 ? [act] : [];
  const told = violenceIn(bare, act);
  if (told === "none" && act.kind === "clash" && UNDER_SIEGE.test(words)) return [];
  if (told === "told" || (told === "none" && words === left)) return [act];
  return told === "possible" ? [asPossible(act)] : [];
}

function tollLines(bare: string, sentences: readonly Span[]): Draft[] {
  const tolls = sentences.flatMap((span): Draft[] => {
    const words = bare.slice(span.start, span.end);
    if (violenceIn(bare, span) !== "told") return [];
    const { killed = 0, injured = 0 } = findCasualties(words);
    const points = TOLLS.find(([least]) => killed >= least)?.[1];
    if (points !== undefined) return [{ ...span, points, what: `${killed} killed` }];
    return injured > 0 && !NOBODY_HURT.test(words) ? [{ ...span, points: INJURED, what: `${injured} injured` }] : [];
  });
  return tolls.sort((a, b) => b.points - a.points || b.start - a.start).slice(0, 1);
}

function unhurtLine(bare: string): Draft[] {
  const hit = NOBODY_HURT.exec(bare);
  return hit === null
    ? []
    : [{ start: hit.index, end: hit.index + hit[0].length, points: -UNHURT, what: "nobody was hurt" }];
}

function claimedLine(bare: string, sentences: readonly Span[], act: Act | undefined): Draft[] {
  const around = sentences.find(({ start, end }) => act !== undefined && act.start >= start && act.start < end);
  if (act === undefined || around === undefined || !isViolent(act.kind)) return [];
  const hit = CLAIM.exec(bare.slice(around.start, around.end));
  if (hit === null) return [];
  const start = around.start + hit.index;
  return [{ start, end: start + hit[0].length, points: -CLAIMED, what: "claimed by one side" }];
}

/** A place of a watch's actor that belongs to a country. */
export type Belonging = Span & { readonly country: string };

/** "Israeli-made drones", "U.S. officials": where arms or words come from is no party to the fight. */
const BY_THE_WAY =
  /^\.?(?:-(?:made|built|supplied|born|backed|trained|style)\b|\s(?:officials?|diplomats?|media|intelligence|analysts?|news)\b)/iu;

/** The states that a sentence names: themselves, their people and capitals, or a place or force of theirs. */
function statesIn(text: string, sentence: Span, belonging: readonly Belonging[]): string[] {
  const words = text.slice(sentence.start, sentence.end);
  const named = tokenize(words).flatMap((token) => {
    const isName = /^\p{Lu}/u.test(words.slice(token.start)) && !BY_THE_WAY.test(words.slice(token.end));
    const country = isName ? countryNamed(stem(token.folded)) : undefined;
    return country === undefined ? [] : [country];
  });
  const theirs = belonging.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
  return [...new Set([...named, ...theirs.map(({ country }) => country.toLowerCase())])];
}

/** Strikes of one state on another, and peace between them, are graver than the same inside a country. */
function betweenStates(
  bare: string,
  acts: readonly Act[],
  at: { readonly sentences: readonly Span[]; readonly belonging: readonly Belonging[] },
): Draft[] {
  const [first] = acts;
  if (first === undefined || first.kind === "clash" || !(isViolent(first.kind) || first.kind === "peace")) return [];
  const inside = (act: Act, { start, end }: Span) => act.start >= start && act.start < end;
  const between = at.sentences.filter(
    (sentence) =>
      acts.some((act) => inside(act, sentence)) &&
      STATE_ARMS.test(bare.slice(sentence.start, sentence.end)) &&
      statesIn(bare, sentence, at.belonging).length > 1,
  );
  const found = acts.find((act) => between.some((sentence) => inside(act, sentence)));
  if (found === undefined) return [];
  return [{ start: found.start, end: found.end, points: BETWEEN_STATES, what: "between states" }];
}

/** How grave an item is by what it reports as new: the gravest act, the people killed, and what makes it less grave. */
export function severityOf(
  lead: Lead,
  { article, findings }: { readonly article: Article; readonly findings: Findings },
  named: {
    readonly events: readonly NamedEvent[];
    readonly spans: readonly Span[];
    readonly belonging: readonly Belonging[];
  },
): Severity {
  const background = backgroundOf(lead, {
    published: article.published,
    events: findings.events,
    namedEvents: named.events,
  });
  const bare = blankOut(lead.text, background);
  const acts = [...actsIn(bare, named.spans), ...actsOfEvents(lead, findings, bare)];
  const gravest = gravestOf(acts);
  const tolls = tollLines(bare, lead.sentences);
  // A drill is one drill, in however many words.
  const softer = [...new Map(softening(lead.text).map((one) => [one.points, one])).values()].map((one) => ({
    ...one,
    points: -one.points,
    what: `less grave: ${one.what}`,
  }));
  return {
    acts,
    background,
    lines: [
      ...(gravest === undefined
        ? []
        : [{ start: gravest.start, end: gravest.end, points: gravest.points, what: gravest.what }]),
      ...betweenStates(
        bare,
        acts.filter(({ kind }) => kind === gravest?.kind),
        { sentences: lead.sentences, belonging: named.belonging },
      ),
      ...claimedLine(bare, lead.sentences, gravest),
      ...tolls,
      ...(tolls.length === 0 ? unhurtLine(bare) : []),
      ...softer,
    ],
  };
}
