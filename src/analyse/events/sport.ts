import type { EventType } from "../../model/findings.ts";

/** Words of sport that mean little else. */
const SPORT =
  /\b(?:cricket\w*|wickets?|innings|bats(?:man|men|woman)|bowlers?|run chase|overs\b(?= (?:to|left|remaining))|footballers?|soccer|half-time|halftime|midfielders?|goalkeepers?|goalless|penalt(?:y|ies) (?:shootout|area)|striker|quarterback|touchdowns?|tennis|golfers?|rugby|basketball|baseball|badminton|kabaddi|hockey|olympics?|medallists?|semi-?finals?|squash|championships?|\d+(?:st|nd|rd|th) minute|\d+-\d+ (?:win|victory|draw|lead|defeat)|batting|deciding match|quarter-?finals?|tournament|league table|Premier League|Champions League|World Cup|Grand Prix|hat-trick|wimbledon|(?:first|second|third|fourth|final) (?:Test|half|set)\b|T20|ODI|IPL|scored|unbeaten|(?:by|lost) \S+ (?:wickets|runs)|lord['’]s)\b/gi;
/** What is done with these is no game. */
const BY_HAND =
  /\b(?:gunm[ae]n|militants?|terror\w*|bomb\w*|grenades?|missiles?|rockets?|rifles?|explosi\w+|blasts?|police|soldiers?|troops|army|rebels?|killed|killing|dead|wounded|arrest\w*|protest\w*)\b/i;
/** Types whose words sport has borrowed. */
const BORROWED: ReadonlySet<EventType> = new Set<EventType>([
  "assault",
  "fight",
  "kill",
  "threaten",
  "support",
  "protest",
]);
const ENOUGH = 2;

/** Whether a text is about sport: two different words of it stand there. */
export function isAboutSport(text: string): boolean {
  return new Set((text.match(SPORT) ?? []).map((word) => word.toLowerCase())).size >= ENOUGH;
}

/** Whether a type is only borrowed by a sentence of sport: "beat", "struck", "the attack". */
export function isOfPlay(type: EventType, sentence: string): boolean {
  return BORROWED.has(type) && !BY_HAND.test(sentence);
}
