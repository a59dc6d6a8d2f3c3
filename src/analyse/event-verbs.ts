import type { EventType } from "../model/findings.ts";

/**
 * Words that tell a type of event, as sources of patterns with "|" between; `_` at the end of a word stands for its
 * regular endings. Of several that match at one place the first one counts, so the particular stand before the general.
 */
export type EventWords = { readonly type: EventType; readonly words: readonly string[] };

const PLACE =
  "(?:cit(?:y|ies)|towns?|villages?|areas?|districts?|regions?|provinces?|territor(?:y|ies)|control|positions?|hills?|" +
  "airport|port|bases?|strongholds?|parts?|neighbou?rhoods?|highway|crossings?|outposts?|fields?|suburbs?)";
const ARMS =
  "(?:weapons?|arms|ammunition|explosives?|explosive devices?|bombs?|rifles?|guns?|firearms?|grenades?|missiles?|" +
  "rockets?|mines?|IEDs?|drugs?|cocaine|heroin|cannabis|narcotics|packages?|caches?|tunnels?|hideouts?|cash|" +
  "contraband|vessels?|ships?|tankers?|boats?)";

/** Verbs of events: what the subject of a clause did. */
export const EVENT_VERBS: readonly EventWords[] = [
  {
    type: "accuse",
    words: [
      "su(?:es|ed|ing) (?:the|a|its|\\w+)",
      "(?:claim_|claimed|takes?|took|taking) (?:the )?(?:responsibility|credit)|accus_|blam_|condemn_",
      "denounc_|criticis_|criticiz_|alleg_|complain_|slam(?:s|med)|decr(?:y|ies|ied)|deplor_|rebuk_",
      "protest(?:s|ed) against (?:the )?(?:decision|move|remarks)",
      "(?:is|are|was|were) (?:responsible|to blame) for|lodg_ (?:a|an) (?:\\w+ )?(?:complaint|protest)",
      "point(?:s|ed)? (?:the )?finger_",
    ],
  },
  {
    type: "reject",
    words: [
      "(?:will|would|does|do|did|could|can) not (?:accept|allow|recogni[sz]e|agree|negotiate|withdraw|talk|join|take part)|fail_ to (?:reach|agree)|def(?:y|ies|ied|ying)|violat_",
      "den(?:y|ies|ied|ying)|reject_|refus_|rul(?:e|es|ed|ing) out|dismiss_|veto_|vetoed|declin_",
      "rebuff_|turn(?:s|ed)? down|spurn_|repudiat_|block_ (?:a |the )?(?:resolution|bill|proposal|deal)",
    ],
  },
  {
    type: "concede",
    words: [
      "(?:shorten|relax|lift|eas)_(?: \\S+){0,5} curfew|open_ (?:its |the )(?:\\w+ )?(?:borders?|bridge|crossings?|airspace)",
      `withdraw_|withdrew|withdrawn|pull_ (?:out|back)|retreat_|releas_|freed(?! (?:\\w+ ){0,3}${PLACE})`,
      "free(?:s|ing)? (?:the )?(?:prisoners?|hostages?|detainees?|captives?|prisoner)|de-?escalat_",
      "lift_ (?:the |its |a )?(?:sanctions?|ban|blockade|siege|curfew|restrictions?|state of emergency)",
      "eas(?:e|es|ed|ing) (?:the |its )?(?:sanctions?|restrictions?|blockade|curfew|lockdown)",
      "hand(?:s|ed|ing)? over|surrender_|ceas(?:e|es|ed|ing) (?:fire|hostilities)",
      "halt_ (?:its |the |their )?(?:strikes?|attacks?|offensive|bombing|fire|hostilities|operations?)",
      "resign_|step(?:s|ped)? down|evacuat_|vacat_|pardon_|apologi[sz]_",
      "(?:declar_|observ_|extend_) (?:a |an |the )?(?:\\w+ )?(?:cease-?fire|truce)|disarm_",
      "lay(?:s|ing)? down (?:their )?(?:arms|weapons)|laid down (?:their )?(?:arms|weapons)",
    ],
  },
  {
    type: "agree",
    words: [
      "offer_ to|commit_ to|(?:is|are|was|were) (?:committed|willing|ready|prepared) to",
      "agree(?:s|d|ing)?",
      "sign(?:s|ed|ing)? (?:a|an|the|on|up)(?: \\w+){0,3} (?:agreement|accord|deal|pact|treaty|memorandum|contract|truce|cease-?fire|protocol)",
      "sign(?:s|ed)|ratif(?:y|ies|ied|ying)",
      "reach_ (?:a|an|the)?(?: \\w+){0,3} ?(?:agreement|accord|deal|truce|cease-?fire|compromise|settlement|understanding)",
      "accept(?:s|ed|ing)?|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)",
      "vow(?:s|ed) to (?:help|support|continue|cooperate)|normali[sz](?:e|es|ed) relations",
      "settl(?:e|es|ed) (?:the |a )?(?:dispute|row|conflict)|approv_",
    ],
  },
  {
    type: "threaten",
    words: [
      "threaten_|warn_|vow_",
      "(?:issu_|deliver_|gave|gives) (?:a|an) (?:\\w+ )?(?:ultimatum|warning|threat)|swear_|swore",
    ],
  },
  {
    type: "request",
    words: [
      "(?:said|says|insisted|insists)(?: \\S+){0,12} must",
      "urg(?:e|es|ed|ing)|call_ (?:on|upon|for)|appeal_|demand_|ask(?:s|ed|ing)?(?! (?:whether|if|about|who|what|why|how|when|not to)\\b)|request_|implor_",
      "order_|pleaded|plead_|encourag_|insist_|stress_ the need|reiterat_ (?:\\S+ )?calls?",
      "press(?:es|ed) (?:for|on|\\w+ to)|wants? to see",
      "seek(?:s|ing)? (?:help|aid|support|assistance|an end)|sought (?:help|aid|support|assistance)",
      "lobb(?:y|ied|ies)|propos(?:e|es|ed)|recommend_",
    ],
  },
  {
    type: "sanction",
    words: [
      "(?:hold(?:s|ing)?|held|put(?:s|ting)?|plac_|keep(?:s|ing)?|kept)(?: \\S+){1,7} (?:in abeyance|on hold)",
      "sanction(?:s|ed|ing)?",
      "(?:impos_|tighten_|slap_|expand_|extend_)(?: \\w+){0,4} (?:sanctions?|embargo|tariffs?|blockade|restrictions|travel bans?)",
      "boycott_",
      "(?:expel_|expelled|expelling)(?: \\w+){0,4} (?:diplomats?|ambassadors?|envoys?|officials?)",
      "recall_(?: \\w+){0,3} (?:ambassadors?|envoys?|diplomats?)|suspend_",
      "freez(?:e|es|ing)(?: \\w+){0,2} (?:assets|aid|accounts)",
      "froze(?: \\w+){0,2} (?:assets|aid|accounts)",
      "(?:cut(?:s|ting)?|break(?:s|ing)?|broke|sever_) (?:off )?(?:diplomatic )?(?:ties|relations|aid|links)",
      "blacklist_|ban(?:s|ned|ning)",
      "(?:clos_|shut_)(?: \\w+){0,3} (?:embass(?:y|ies)|borders?|airspace|consulates?)|revok_|cancel_",
      "downgrad_",
    ],
  },
  {
    type: "fight",
    words: [
      "clash_|battl_|exchang(?:e|ed|es|ing)(?: \\S+){0,2} (?:gun ?)?(?:fire|shots)|trad(?:e|ed|es|ing) fire",
      "fight(?:s|ing)?|fought|(?:re)?captur(?:e|es|ed|ing)|recaptured|retak(?:e|es|ing)|retook|retaken",
      `regain_|recover(?:s|ed|ing)?(?: \\w+){0,4} ${PLACE}|liberat_|overran|overrun`,
      `(?:seiz_|took|tak(?:e|es|en|ing)|gain_|wrest_|establish_|lost)(?: \\w+){0,3} ${PLACE}`,
      "(?:seiz_|took|takes?|taken|taking) over|advanc_|repel_|repuls_|storm_|besieg_|infiltrat_",
      "push_ (?:back|into|out)|drove(?: \\w+){0,5} out|ambush_",
      "(?:launch_|start_|mount_|began)(?: \\w+){0,3} (?:offensive|ground operation|incursion|invasion)",
      `invad_|skirmish_|encircl_|purg_|freed(?: \\w+){0,3} ${PLACE}`,
    ],
  },
  {
    type: "coerce",
    words: [
      "forc(?:e|es|ed|ing) out|driven (?:out|from)",
      `${ARMS}(?: \\S+){0,8} (?:was|were|been|being) (?:seized|found|discovered|recovered|intercepted|confiscated|defused)`,
      "arrest_|detain_|captur_ (?:a |the |\\w+ )?(?:suspects?|men|man|leader)|jail_|imprison_|abduct_",
      "kidnap_|seiz_|confiscat_|intercept_|raid_|rounded up",
      "(?:was|were|is|been) (?:taken (?:hostage|into custody)|charged|sentenced|convicted|indicted|held)",
      "charg(?:ed|es) (?:\\w+ )?(?:with|over)|sentenc_|convict_|prosecut_|extradit_|deport_|expel_",
      "expelled|evict_|demolish_",
      `(?:found|discover_|uncover_|unearth_|recover_|defus_|dismantl_|destroy_|neutrali[sz]_)(?: \\S+){0,6} ${ARMS}`,
      "hack_|disappear_|went missing|smuggl_|traffick_",
      "impos_(?: \\w+){0,3} (?:curfew|martial law|lockdown|state of emergency)|crack_ down|shut_ down",
      "censor_|extort_|rob(?:s|bed|bing)|hijack_|took(?: \\w+){0,3} hostage|thwart_|foil_|bust(?:s|ed)",
      "nab(?:s|bed)",
    ],
  },
  {
    type: "kill",
    words: [
      "massacr_|assassinat_|execut(?:ed|es|ing)|behead_|lynch_|murder_|slaughter_|slain|gunned down",
      "hack_ to death|stabb?_ to death",
    ],
  },
  {
    type: "assault",
    words: [
      "sen(?:ds?|t|ding)(?: \\S+){0,6} (?:drones|missiles|warplanes|fighter jets|rockets)",
      "attack_|bomb_|shell_|strik(?:e|es|ing)|struck|pound_|raid_ by|shot|shoot(?:s|ing)?|open_ fire",
      "fir(?:e|ed|es|ing)(?: \\S+){0,3} (?:rockets?|missiles?|mortars?|shells?|shots|rounds?|bullets|grenades?|tear ?gas|at|on|into)",
      "launch_(?: \\S+){0,5} (?:attacks?|strikes?|air ?strikes?|missiles?|rockets?|drones?|assaults?|raids?|projectiles?)",
      "carri(?:ed|es) out(?: \\S+){0,4} (?:attacks?|strikes?|air ?strikes?|raids?|bombings?)",
      "carrying out(?: \\S+){0,4} (?:attacks?|strikes?|air ?strikes?)|stab(?:s|bed|bing)",
      "beat(?:s|en|ing)?|rap(?:ed|es|ing)|gang-rap_|tortur_|assault_|detonat_|explod_",
      "blew (?:himself|herself|themselves|itself|up)|blow_ up|went off|hurl_|lob(?:s|bed|bing)",
      "ramm?(?:ed|s|ing)|torch_|set(?:s|ting)? (?:\\w+ ){0,3}(?:on fire|fire to|ablaze|alight)",
      "burn(?:ed|t|ing)? (?:down|the|their|several|houses|homes)|vandali[sz]_|ransack_|loot_",
      "target(?:s|ed|ing)|shot down|molest_|poison_|gass?ed",
    ],
  },
  {
    type: "protest",
    words: [
      "stopp(?:ed|ing) work|(?:block|barricad)_ (?:the )?(?:\\w+ )?(?:roads?|streets?|highways?|transport|traffic|thoroughfares?|entrances?)",
      "protest(?:s|ed|ing)?|demonstrat(?:ed|es|ing)|rall(?:y|ied|ies|ying)|march(?:ed|es|ing)?",
      "riot(?:s|ed|ing)|took to the streets|(?:went|go|going|goes) on (?:a )?(?:\\w+ )?strike|walk_ out",
      "(?:stag|held|hold)\\w*(?: \\w+){0,3} (?:protests?|rall(?:y|ies)|demonstrations?|sit-ins?|strikes?|vigils?)",
      "blockaded|picket_|chant_",
    ],
  },
  {
    type: "mobilize",
    words: [
      "deploy_|dispatch_|mobili[sz]_|reinforc_|mass(?:ed|ing) (?:troops|forces)|station_|recruit_",
      "defect_",
      "(?:set(?:s|ting)? up|establish_|open_|built|build(?:s|ing)?|construct_|inaugurat_)(?: \\S+){0,4} (?:bases?|camps?|headquarters|checkpoints?|outposts?|posts?|cent(?:er|re)s?|forces|command|office)",
      "(?:held|hold(?:s|ing)?|conduct_|stag_|began|launch_)(?: \\S+){0,4} (?:exercises?|drills?|war games|manoeuvres|maneuvers)",
      "train_ (?:troops|fighters|soldiers)",
      "(?:put|plac_|rais_)(?: \\S+){0,4} (?:on (?:high )?alert|alert level)|forward_|beef_ up",
      "step(?:s|ped)? up (?:security|patrols)",
      "send(?:s|ing)?(?: \\S+){0,3} (?:troops|forces|soldiers|warships?|reinforcements|fighters)",
      "sent(?: \\S+){0,3} (?:troops|forces|soldiers|warships?|reinforcements|fighters)",
      "form(?:ed|s) (?:a |an )?(?:\\w+ )?(?:unit|force|army|brigade|militia|alliance|coalition)",
      "test-?fir_|test(?:s|ed) (?:a |an )?(?:\\w+ )?(?:missile|nuclear)",
    ],
  },
  {
    type: "aid",
    words: [
      "(?:provid_|deliver_|donat_|send(?:s|ing)?|sent|giv(?:e|es|ing)|gave|offer_|extend_|supply|supplies|supplied|distribut_|grant_|air-?drop_|ship_)(?: \\S+){0,5} (?:aid|assistance|relief|food|medicines?|medical supplies|supplies|funds?|funding|loans?|grants?|dollars|euros|shelter|asylum|tents|help|vaccines?|weapons|arms|equipment)",
      "donat_|shelter(?:s|ed|ing)|treat(?:ed|s|ing) (?:the )?(?:wounded|injured|victims)|rescu_",
      "financ(?:e|es|ed|ing)|help(?:s|ed|ing)?",
    ],
  },
  {
    type: "support",
    words: [
      "shar(?:e|es|ed|ing) (?:evidence|intelligence|information)",
      "support(?:s|ed|ing)?|back(?:s|ed|ing)|prais_|welcom_|endors_|hail_|applaud_|commend_|defend_",
      "recogni[sz]_|congratulat_",
      "express(?:es|ed|ing) (?:\\w+ ){0,3}(?:support|solidarity|condolences|readiness|satisfaction)",
      "side(?:s|d) with|cooperat_|co-operat_|honou?r(?:s|ed)|thank(?:s|ed)",
      "strengthen_(?: \\w+){0,2} (?:ties|relations|cooperation)",
      "(?:establish_|restor_|resum_)(?: \\w+){0,3} (?:ties|relations)",
    ],
  },
  {
    type: "consult",
    words: [
      "met|meet(?:s|ing)?(?= (?:with |in |his |her |their |the |[A-Z]))",
      "(?:held|hold(?:s|ing)?|begin|begins|began|resum_|attend_|host_)(?: \\S+){0,4} (?:talks?|meetings?|discussions?|consultations?|negotiations?|summit|conference|call|conversation)",
      "spoke(?:n)? (?:with|to|by)|speak(?:s|ing)? (?:with|by)|talk(?:s|ed|ing) (?:with|to)|discuss_",
      "visit(?:s|ed|ing)?|negotiat_|mediat_|consult(?:s|ed|ing)|phon(?:ed|es)|telephon_|confer(?:s|red)",
      "arriv(?:e|ed|es|ing) (?:in|at)",
      "received (?:\\w+ ){0,3}(?:ambassador|minister|delegation|envoy|president)|travel_ to",
      "brief(?:s|ed)|hosted",
    ],
  },
  {
    type: "disaster",
    words: [
      "erupt(?:ed|s) (?:on|at|in)? ?(?:mount|the volcano)|derail_|crash_|capsiz_|sank|collaps_",
      "flood(?:ed|s)|drown_|overturn_|rocked by an? earthquake|infect(?:ed|s)|burst its banks",
      "caught fire|swept away|run aground|ran aground",
    ],
  },
  {
    type: "other",
    words: [
      "investigat_|prob(?:e|es|ed|ing)",
      "announc_|unveil_|releas(?:ed|es) (?:a|the)|elect_|appoint_|fle(?:e|es|eing|d)|displac_",
      "vot(?:e|ed|es|ing)|launch_|introduc_|escalat_|began|born",
    ],
  },
];

/** Verbs that tell what was suffered and leave open how: the rest of the sentence names the kind. */
export const HARM_VERBS: readonly EventWords[] = [
  { type: "assault", words: ["kill_|injur_|wound_|hit(?:s|ting)?|destroy_|damag_|devastat_"] },
  { type: "other", words: ["died|dies|perish_|suffer_"] },
];
