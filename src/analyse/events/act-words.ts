import type { Direction } from "../../model/findings.ts";

/** What somebody did, by how grave it is. */
export type ActClass = {
  readonly what: string;
  readonly points: number;
  readonly direction: Direction;
  /** The words of news English that tell it, one after the other with a bar between; `~` switches inflection off. */
  readonly words: string;
};

/** The classes of the score. War and peace are made in more words than a list can hold: see `acts.ts`. */
export const ACTS = {
  nuclear: {
    what: "use of nuclear arms",
    points: 60,
    direction: "escalation",
    words:
      "nuclear strike|nuclear attack|atomic strike|nuclear detonation|nuclear exchange|nuclear missile fired|fires nuclear-capable|fired nuclear-capable|launches nuclear-capable|launched nuclear-capable",
  },
  war: {
    what: "declaration of war",
    points: 60,
    direction: "escalation",
    words: "declares war|declared war|declaration of war|full-scale invasion|~invades|~invaded",
  },
  attack: {
    what: "attack",
    points: 40,
    direction: "escalation",
    words:
      "airstrike|missile strike|missile attack|drone strike|drone attack|air raid on|strikes on|suicide bomb*|suicide attack|car bomb*|~bombing|~bombings|~bombed|open fire|~opens fire|gunmen kill|gunmen open|gunmen attack|gunmen shot|gunmen shoot|gunmen storm|gunmen fire|gunmen fired|~massacre|terror attack|terrorist attack|militant attack|rocket attack|~shelling|~shelled|launches missile|fired missile|fires missile|missiles hit|drones hit|drones struck|drones target|jets bomb|jets strike|jets struck|planes bomb|shells hit|mortars hit|missiles slam|missiles struck|missiles fired|missiles targeted|rockets hit|precision strike|retaliatory strike|blast kill*|blast|explosion|assassinat*|ambush*|attacked|launches attack|launched attack|bombardment|barrage|گولہ باری|فضائی حملہ|فضائی حملے|میزائل حملہ|میزائل حملے|ڈرون حملہ|ڈرون حملے|خودکش حملہ|بم دھماکہ|بم دھماکا|हवाई हमला|हवाई हमले|मिसाइल हमला|मिसाइल हमले|ड्रोन हमला|ड्रोन हमले|आतंकी हमला|गोलाबारी|बम धमाका|एयरस्ट्राइक",
  },
  clash: {
    what: "armed clash",
    points: 35,
    direction: "escalation",
    words:
      "clash|exchange of fire|exchange fire|trade fire|trading fire|~traded fire|cross-border firing|cross-border fire|firefight|gun battle|gunfight|skirmish|dogfight|air battle|air combat|shot down|shoot down|shoots down|brought down|intercept* drone*|drones intercepted|violat* ceasefire|ceasefire violation|unprovoked firing|small arms fire|battle|incursion|invade|invasion|counter-attack|counter-offensive|fighting|فائرنگ کا تبادلہ|جھڑپ|جھڑپیں|مار گرایا|گرا دیا گیا|جنگ بندی کی خلاف ورزی|गोलीबारी|मुठभेड़|झड़प|मार गिराया|संघर्ष विराम का उल्लंघन|सीजफायर का उल्लंघन|तोड़ा संघर्ष विराम",
  },
  peace: {
    what: "ceasefire or peace agreed",
    points: 45,
    direction: "de-escalation",
    words: "",
  },
  threat: {
    what: "mobilisation or threat",
    points: 25,
    direction: "escalation",
    words:
      "mobilis*|mobiliz*|deploy*|moves troops|scramble jets|scramble fighter jets|scrambled jets|jets scrambled|violat* airspace|airspace violation|entered airspace|moves tanks|moves armour|armour moved|moves tanks|troop movement|troop build-up|reservists|reserve units|high alert|carrier strike group|threaten*|~vows|~vowed|warns of|ultimatum|act of war|~blackout|~blackouts|missile test|test-fire*|test-launch*|tests missile|tests ballistic missile|tested a ballistic missile|sirens|evacuat*|state of emergency|free hand|retaliat*|show of force|war footing|nuclear command|National Command Authority|nuclear alert|nuclear posture|brink of war|ہائی الرٹ|سائرن|हाई अलर्ट|ब्लैकआउट|सायरन",
  },
  pressure: {
    what: "pressure",
    points: 20,
    direction: "escalation",
    words:
      "closes airspace|shuts airspace|airspace closure|airspace closed|close airspace|closed airspace|shut airspace|expel*|persona non grata|border closed|closes border|shuts border|border crossing closed|suspends trade|suspend trade|suspends visas|visas cancelled|revokes visas|treaty in abeyance|in abeyance|suspends treaty|suspend treaty|sanctions|blockade|embargo|curfew|detain*|arrest*|downgrades ties|recalls ambassador|halts trade|bans imports|فضائی حدود بند|فضائی حدود کے لیے بند|معاہدہ معطل|سرحد بند|वीजा रद्द|बॉर्डर बंद|सीमा बंद|संधि स्थगित",
  },
  agreement: {
    what: "agreement",
    points: 15,
    direction: "de-escalation",
    words:
      "ceasefire|truce|armistice|peace deal|peace agreement|peace accord|peace treaty|agree*|halt to all firing|halt to firing|cessation of hostilities|prisoner swap|prisoner exchange|withdraw troops|cut troops|troop cut|reduce troops|reduce their troops|troop reduction|troop withdrawal|pull back troops|de-escalat*|disengag*|reopen*|resumes flights|resume trade|ceasefire holds|truce holds|frees prisoners|normalis* ties|restores ties|جنگ بندی|سیز فائر|युद्धविराम|संघर्ष विराम|सीजफायर",
  },
  refusal: {
    what: "accusation or refusal",
    points: 10,
    direction: "escalation",
    words:
      "accus*|agree on no|fail to agree|no agreement|blames|blamed|reject*|ceasefire collapses|truce collapses|talks collapse|talks fail|talks stall|talks break down|talks called off|calls off talks|cancels talks|walks out of talks|rules out talks|no talks|denies|denied|condemn*|denounc*|allege*|dismisses|dismissed|summons envoy|protest*",
  },
  talks: {
    what: "talks or appeal",
    points: 5,
    direction: "de-escalation",
    words:
      "talks|urges|urged|appeal|calls for|called for|call on|calls on|discuss*|dialogue|restraint|mediat*|envoy|visits|meets|spoke with|speaks with|phones|telephoned|negotiat*|good offices|مذاکرات|वार्ता",
  },
} as const satisfies Readonly<Record<string, ActClass>>;

export type ActKind = keyof typeof ACTS;
