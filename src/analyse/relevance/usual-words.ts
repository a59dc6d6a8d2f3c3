import { stem } from "../../text/stem.ts";
import { ideaOf } from "../../text/synonyms.ts";
import { COUNTRY_WORDS } from "../names/country-words.ts";

const EVERYWHERE =
  "people man men woman women state country countries government national world city group company official officials police president minister " +
  "leader leaders plan plans work start started end big high top back set open help show home public million billion percent question " +
  "game season team deal market price prices business service review best great good bad big little small";

const OFTEN =
  "army military force forces troops security attack attacks attacked killed kill kills dead death deaths died dies injured wounded " +
  "war fight fighting crisis conflict tension tensions peace talks meeting meet statement spokesman spokesperson ministry foreign " +
  "prime chief general secretary spokeswoman officer officers soldier soldiers border region area areas town village near north south east west northern southern " +
  "eastern western central local international global political party election vote court case law bill act law rule rules judge jury trial " +
  "charge charged arrest arrested accused accuses suspect suspected claim claims deny denies blame blames warn warns warning vow vows urge urges " +
  "hit hits strike strikes fire fires blast explosion bomb bombing shot shooting gun gunmen militant militants terror terrorist terrorists " +
  "rise rises fall falls drop drops gain gains growth rate rates economy economic bank stock stocks share shares sale sales profit data " +
  "child children family families student students school university hospital doctor health patient study research researchers finds " +
  "film movie series show star fans music album actor play plays player players win wins won lose loss lead leads final finale premiere trailer " +
  "app apps phone phones device release releases released launch launches launched feature features online internet site website technology tech user users " +
  "power energy oil gas water food car cars air plane flight road train weather storm rain snow fire flood " +
  "north south american americans chinese indian british russian european pakistani israeli us uk eu un america china india russia europe britain " +
  "united states kingdom nations washington london new york";

const SOMETIMES =
  "support issue issues problem problems change changes future history power control system number level cost money pay cut cuts raise job jobs workers worker " +
  "member members head director executive owner board chairman chair staff expert experts analyst analysts investor investors customer customers " +
  "former senior top major key main full free early late real old young hot live dead true possible recent current special common " +
  "call calls face faces hold holds move moves bring brings find turn turns run runs stop leave leaves left return returns join joins offer offers " +
  "agree agrees agreed agreement reach reaches reached sign signed announce announces announced confirm confirms confirmed reveal reveals " +
  "think feel need love life story thing things reason reasons way ways idea fact facts word words name line side point part piece half " +
  "night morning evening weekend summer winter spring march hour hours minute minutes anniversary " +
  "target targets targeted destroy destroyed damage damaged damaging missile missiles drone drones jet jets aircraft weapon weapons nuclear operation operations raid raids " +
  "victim victims survivor survivors toll civilian civilians resident residents villager villagers tourist tourists emergency rescue rescuers relief " +
  "ceasefire truce treaty sanction sanctions ally allies response retaliation escalation restraint dialogue diplomat diplomats diplomatic embassy";

/** What news of a crisis is made of, whichever event it tells. */
const CRISIS =
  "dead injured attack strike missile drone bomb explosion shelling fire army military troops police militant gunmen shooting war ceasefire talks " +
  "border security attacks hit hits target targeted officials minister government";

const SHARES: readonly (readonly [words: string, share: number])[] = [
  [SOMETIMES, 0.008],
  [OFTEN, 0.02],
  [EVERYWHERE, 0.04],
  [CRISIS, 0.08],
];
/** In news of a crisis its countries stand everywhere; that they are shared says little of the event. */
const COUNTRY_SHARE = 0.1;
/** How much rarer two everyday words side by side are than either. */
const PAIR_SHARE = 0.5;

const USUAL: ReadonlyMap<string, number> = new Map([
  ...SHARES.flatMap(([words, share]) => words.split(" ").map((word): [string, number] => [ideaOf(stem(word)), share])),
  ...COUNTRY_WORDS.map((country): [string, number] => [country, COUNTRY_SHARE]),
]);

/** The share of news items in which a term usually stands, for everyday words of news and pairs of them; 0 for others. */
export function usualShare(term: string): number {
  const known = USUAL.get(term);
  if (known !== undefined) return known;
  const gap = term.indexOf(" ");
  if (gap < 0) return 0;
  return Math.sqrt((USUAL.get(term.slice(0, gap)) ?? 0) * (USUAL.get(term.slice(gap + 1)) ?? 0)) * PAIR_SHARE;
}
