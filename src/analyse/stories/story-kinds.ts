import { stem } from "../../text/stem.ts";
import { ideaOf } from "../../text/synonyms.ts";
import type { Terms } from "./story-terms.ts";

/** Kinds of events that are never one event, told by words that mean little else. */
const KINDS: Readonly<Record<string, string>> = {
  arms: "shelling missile drone bomb shooting gunmen militant airbase",
  nature: "earthquake flood storm eruption landslide avalanche drought heatwave tsunami",
  sport:
    "wicket innings goalkeeper midfielder striker playoff semifinal quarterfinal medal trophy cricket football tennis tournament championship",
};

function byWord(kinds: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(kinds).flatMap(([kind, words]) =>
      words.split(" ").map((word): [string, string] => [ideaOf(stem(word)), kind]),
    ),
  );
}

function among(kinds: ReadonlyMap<string, string>, terms: Terms): ReadonlySet<string> {
  const found = new Set<string>();
  for (const term of terms.keys()) {
    const kind = kinds.get(term);
    if (kind !== undefined) found.add(kind);
  }
  return found;
}

const KIND_OF = byWord(KINDS);

/** The kinds of events that an item's terms speak of. */
export function kindsOf(terms: Terms): ReadonlySet<string> {
  return among(KIND_OF, terms);
}

/** What a title says was done: reports repeat in their text what an event follows from, titles seldom do. */
const DEEDS: Readonly<Record<string, string>> = {
  violence:
    "dead injured massacre shooting gunmen explosion bomb strike missile shelling attack drone hit raid hostage",
  measure: "suspend close ban expel sanction treaty visa import export reopen resume restrict bar airspace trade",
  truce: "ceasefire",
  disaster: "earthquake flood storm eruption landslide avalanche tsunami",
  aftershock: "aftershock",
  accident: "crash sink capsize overturn derail collapse",
  coup: "coup putsch takeover mutiny overthrow topple",
  justice:
    "arrest charge court trial bail remand verdict sentence jail prosecute convict plead indict martial manslaughter",
  protest: "protest march",
  aid: "aid donor donate",
  flight: "evacuate refugee",
  verdict: "condemn welcome hail praise applaud denounce deplore",
  memory: "anniversary remember commemorate memorial wreath veteran",
  breach: "violate breach",
  contact: "talks call phone meet mediate urge press visit envoy deescalate council summit",
  play: "film movie trademark match wedding song award",
};

const DEED_OF = byWord(DEEDS);

/** What follows from an act or a truce, and is another event: it names the other only after itself. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  // Shots that break a truce are told as shots, too.
  breach: ["breach", "violence"],
  claim: ["claim"],
  play: ["play"],
  aftershock: ["aftershock"],
  verdict: ["verdict"],
  memory: ["memory"],
};
const CAUSES: ReadonlySet<string> = new Set(["violence", "truce", "disaster", "accident", "coup"]);

/** Whether a deed answers another one that its reports speak of as well. */
export function isAnswer(deeds: ReadonlySet<string>): boolean {
  return Object.keys(ANSWERS).some((deed) => deeds.has(deed));
}

/** "Group claims deadly attack", "claim of responsibility"; but not "claims it shot down", nor "claims 12 lives". */
const CLAIMED =
  /\bclaim(?:s|ed|ing)?(?: (?!it |its |that |to |he |she |they )\S+){0,3} (?:attacks?|bombings?|blasts?|killings?|massacre|shootings?|responsibility)(?: |$)/;

/** "Broke the ceasefire"; a truce that is not kept. */
const BROKEN = /\b(?:break(?:s|ing)?|broken?|flout(?:s|ed|ing)?|ignor(?:es|ed|ing)|defy|defied|defies) /;

/** What a title says was done, by its terms and its folded words. Of an answer and what it answers, the answer alone. */
export function deedsOf(terms: Terms, title: string): ReadonlySet<string> {
  const claim = CLAIMED.test(title) ? "claim" : undefined;
  const told = [...terms.keys()].map((term) => DEED_OF.get(term) ?? (term === "claim" ? claim : undefined));
  const deeds = new Set(told.filter((deed) => deed !== undefined));
  if (deeds.has("truce") && BROKEN.test(title)) deeds.add("breach");
  if (deeds.has("breach")) return new Set(ANSWERS["breach"]);
  const first = deeds.values().find((deed) => CAUSES.has(deed) || deed in ANSWERS);
  return first !== undefined && first in ANSWERS ? new Set(ANSWERS[first]) : deeds;
}
