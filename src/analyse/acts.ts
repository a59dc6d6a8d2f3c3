import type { Span } from "../model/article.ts";
import type { DatedEvent, Direction, EventType } from "../model/findings.ts";
import type { Term } from "../model/watch.ts";
import { type Sighting, termSpotter } from "./sightings.ts";

/** What somebody did, by how grave it is. The classes are those of the score; the words are those of news English. */
type Act = { readonly what: string; readonly points: number; readonly direction: Direction; readonly words: string };

const ACTS: readonly Act[] = [
  {
    what: "use of nuclear arms",
    points: 60,
    direction: "escalation",
    words:
      "nuclear strike|nuclear attack|atomic strike|nuclear detonation|nuclear exchange|nuclear missile fired|fires nuclear-capable|launches nuclear-capable|fired nuclear-capable",
  },
  {
    what: "attack",
    points: 40,
    direction: "escalation",
    words:
      "airstrike|missile strike|missile attack|drone strike|drone attack|air raid on|strikes on|suicide bomb*|suicide attack|car bomb*|~bombing|~bombings|~bombed|open fire|~opens fire|gunmen|~massacre|terror attack|terrorist attack|militant attack|rocket attack|~shelling|~shelled|launches missile|fired missile|fires missile|missiles hit|drones hit|drones struck|drones target|jets bomb|jets strike|jets struck|planes bomb|shells hit|mortars hit|missiles slam|missiles struck|missiles fired|missiles targeted|rockets hit|precision strike|retaliatory strike|blast kill*|blast|explosion|assassinat*|ambush*|storms|attackers|attacked|launches attack|bombardment|barrage",
  },
  {
    what: "armed clash",
    points: 35,
    direction: "escalation",
    words:
      "clash|exchange of fire|exchange fire|trade fire|trading fire|~traded fire|cross-border firing|cross-border fire|firefight|gun battle|gunfight|skirmish|dogfight|air battle|air combat|shot down|shoot down|shoots down|brought down|intercept* drone*|drones intercepted|violat* ceasefire|ceasefire violation|unprovoked firing|small arms fire|battle|incursion|invade|invasion|counter-attack|counter-offensive|fighting",
  },
  {
    what: "mobilisation or threat",
    points: 25,
    direction: "escalation",
    words:
      "mobilis*|mobiliz*|deploy*|moves troops|moves tanks|moves armour|armour moved|moves tanks|troop movement|troop build-up|reservists|reserve units|high alert|carrier strike group|threaten*|~vows|~vowed|warns of|ultimatum|act of war|~blackout|~blackouts|missile test|test-fire|sirens|evacuat*|state of emergency|free hand|retaliat*|show of force|war footing|brink of war",
  },
  {
    what: "pressure",
    points: 20,
    direction: "escalation",
    words:
      "closes airspace|shuts airspace|airspace closure|airspace closed|close airspace|closed airspace|shut airspace|expel*|persona non grata|border closed|closes border|shuts border|border crossing closed|suspends trade|suspend trade|suspends visas|visas cancelled|revokes visas|treaty in abeyance|in abeyance|suspends treaty|suspend treaty|sanctions|blockade|embargo|curfew|detain*|arrest*|downgrades ties|recalls ambassador|halts trade|bans imports",
  },
  {
    what: "agreement",
    points: 15,
    direction: "de-escalation",
    words:
      "ceasefire|truce|armistice|peace deal|peace agreement|peace accord|peace treaty|agree*|halt to all firing|halt to firing|cessation of hostilities|prisoner swap|prisoner exchange|withdraw troops|troop withdrawal|pull back troops|de-escalat*|disengag*|reopens border|reopens airspace|normalis* ties|restores ties",
  },
  {
    what: "accusation or refusal",
    points: 10,
    direction: "escalation",
    words:
      "accus*|blames|blamed|reject*|denies|denied|condemn*|denounc*|allege*|dismisses|dismissed|summons envoy|protest*",
  },
  {
    what: "talks or appeal",
    points: 5,
    direction: "de-escalation",
    words:
      "talks|urges|urged|appeal|calls for|called for|call on|calls on|discuss*|dialogue|restraint|mediat*|envoy|visits|meets|spoke with|speaks with|phones|telephoned|negotiat*|good offices",
  },
];

/** The class of each event type of the findings, by its place in ACTS. */
const CLASS: Readonly<Partial<Record<EventType, number>>> = {
  assault: 1,
  kill: 1,
  fight: 2,
  mobilize: 3,
  threaten: 3,
  coerce: 4,
  sanction: 4,
  agree: 5,
  concede: 5,
  accuse: 6,
  reject: 6,
  protest: 6,
  consult: 7,
  request: 7,
  support: 7,
  aid: 7,
};

const terms = ACTS.flatMap((act, at) =>
  act.words.split("|").map((word): Term & { at: number } => {
    const exact = word.startsWith("~");
    return { phrase: exact ? word.slice(1) : word, weight: act.points, exact, at };
  }),
);
const spot = termSpotter(terms);
const classOf = new Map(terms.map(({ phrase, at }) => [phrase, at]));

/** An act with the place that tells it. */
export type FoundAct = Sighting & { readonly direction: Direction };

function found(at: number | undefined, span: Span): FoundAct[] {
  const act = at === undefined ? undefined : ACTS[at];
  if (act === undefined) return [];
  return [{ ...span, key: act.what, what: act.what, points: act.points, direction: act.direction }];
}

/** The acts that the words of a text tell. The name of an event ("the harbour attack") is no act by itself. */
export function actsIn(text: string, names: readonly Span[]): FoundAct[] {
  const isName = (span: Span) => names.some((name) => span.start >= name.start && span.end <= name.end);
  return spot(text).flatMap(({ key, start, end }) =>
    isName({ start, end }) ? [] : found(classOf.get(key), { start, end }),
  );
}

/** The act that an event of the findings is. What is denied did not happen; what is planned is a threat at most. */
export function actOf(event: DatedEvent): FoundAct[] {
  const at = CLASS[event.type];
  if (at === undefined || event.status === "denied") return [];
  return found(event.status === "planned" ? Math.max(at, 3) : at, { start: event.start, end: event.end });
}
