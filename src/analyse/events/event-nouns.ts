import type { EventWords } from "./event-words.ts";

/** Nouns of events, for clauses whose verb says nothing of its own: "a blast shook the market". */
export const EVENT_NOUNS: readonly EventWords[] = [
  {
    type: "concede",
    words: [
      "cease-?fires?|truces?|withdrawals?|pull-?outs?|de-?escalation|(?:prisoner )?swaps?|prisoner exchanges?",
      "surrender|evacuations?|armistice",
    ],
  },
  {
    type: "request",
    words: ["calls? (?:for|on)|appeals? (?:for|to)|demands? (?:for|that|to)|requests?|plea(?:s)? for"],
  },
  {
    type: "accuse",
    words: ["allegations?|accusations?|condemnations?|blame|criticism|complaints?|claims? of responsibility"],
  },
  {
    type: "reject",
    words: ["denials?|rejections?|refusals?|veto"],
  },
  {
    type: "threaten",
    words: ["threats?|warnings?|ultimatums?"],
  },
  {
    type: "sanction",
    words: ["sanctions|suspensions?|embargo(?:es)?|boycotts?|tariffs|expulsions?"],
  },
  {
    type: "fight",
    words: [
      "clash(?:es)?|battles?|fighting|fire-?fights?|gun-?battles?|gun-?fights?|skirmish(?:es)?",
      "offensives?|shoot-?outs?|combat|hostilities|exchanges? of fire|incursions?|invasions?",
      "ambush(?:es)?|siege|encounter|counter-?offensives?|advances",
    ],
  },
  {
    type: "kill",
    words: ["massacres?|assassinations?|executions?|beheadings?|murders?|lynchings?|genocide"],
  },
  {
    type: "assault",
    words: [
      "(?:air|drone|missile|rocket|artillery|mortar|retaliatory|military|precision)[- ]?strikes?",
      "air ?strikes?|strikes on|attacks?|bombings?|bombardments?|shelling|shootings?|blasts?",
      "explosions?|bombs?|IEDs?|landmines?|rocket fire|barrages?|raids? (?:on|by)(?! (?:late |early )?\\w+day\\b)|stabbings?|assaults?",
      "rapes?|gunfire|mortars?|grenades?|suicide bombers?|car bombs?|arson|sexual violence|vandalism",
      "retaliation|onslaughts?",
    ],
  },
  {
    type: "coerce",
    words: [
      "arrests?|detentions?|abductions?|kidnappings?|raids?|crackdowns?|seizures?|cyber-?attacks?",
      "curfews?|hostages?|cartels?|gangs?|smugglers?|smuggling|trafficking|extortion|robber(?:y|ies)",
      "hijackings?|custody",
    ],
  },
  {
    type: "protest",
    words: [
      "protests?|demonstrations?|rall(?:y|ies)|riots?|marches|sit-ins?|unrest|general strike",
      "strikes? by|hunger strike|uprisings?|picket|walkouts?",
    ],
  },
  {
    type: "mobilize",
    words: [
      "deployments?|mobili[sz]ations?|(?:military |naval |joint )(?:exercises?|drills?)|drills",
      "war games|build-?ups?|reinforcements|missile tests?|nuclear tests?|high alert",
    ],
  },
  {
    type: "agree",
    words: ["agreements?|accords?|peace deals?|deals?|pacts?|treat(?:y|ies)|memorandum of understanding"],
  },
  {
    type: "aid",
    words: [
      "(?:humanitarian |military |financial |food |relief )(?:aid|assistance|supplies)|relief efforts?",
      "aid (?:convoys?|packages?)|airdrops?|rescue operations?",
    ],
  },
  {
    type: "consult",
    words: [
      "talks|meetings?|negotiations?|discussions|summits?|visits?|phone calls?|call|consultations?",
      "mediation|dialogue|delegations?",
    ],
  },
  {
    type: "disaster",
    words: [
      "earthquakes?|quakes?|floods?|flooding|hurricanes?|cyclones?|typhoons?|tornado(?:e?s)?|tsunamis?",
      "landslides?|mudslides?|avalanches?|wild-?fires?|bush-?fires?|forest fires?|volcan(?:o|ic)(?:es)?",
      "eruptions?|droughts?|famine|epidemics?|outbreaks?|pandemic",
      "(?:plane|train|bus|car|helicopter) crash(?:es)?|crash|collisions?|leaks?|leakage|(?:food|alcohol|gas) poisoning|rainfall|torrential rains?|accidents?|collapse|derailment|oil spills?",
      "gas leaks?|heat-?waves?|storms?|blaze|fires?(?! (?:officers?|chief|brigades?|services?|departments?|stations?|engines?|trucks?|crews?|power|lines?|alarms?|safety))|shipwrecks?|stampede|crush|drownings?",
    ],
  },
  {
    type: "support",
    words: ["praise|endorsements?|solidarity"],
  },
  {
    type: "other",
    words: ["elections?|refugees?|mass graves?|referendum|displacement|coup|funerals?|summit"],
  },
];
