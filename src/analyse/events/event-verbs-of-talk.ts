import { type EventWords, PLACE } from "./event-words.ts";

/** Verbs of what sides say to each other, promise, ask, refuse and impose. */
export const VERBS_OF_TALK: readonly EventWords[] = [
  {
    type: "accuse",
    words: [
      "su(?:es|ed|ing) (?:the|a|its|\\w+)",
      "(?:claim_|claimed|takes?|took|taking) (?:the )?(?:responsibility|credit)|accus_|blam_|condemn_",
      "denounc_|criticis_|criticiz_|alleg_|complain_|slam(?:s|med)(?! (?:in)?to\\b)|decr(?:y|ies|ied)|deplor_|rebuk_",
      "protest(?:s|ed) against (?:the )?(?:decision|move|remarks)",
      "(?:is|are|was|were) (?:responsible|to blame) for|lodg_ (?:a|an) (?:\\w+ )?(?:complaint|protest)",
      "point(?:s|ed)? (?:the )?finger_|(?:hold(?:s|ing)?|held)(?: \\S+){1,6} responsible",
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
      "exchang_(?: \\S+){0,5} (?:prisoners|captives|detainees|hostages|bodies)|free(?:s|ing)? (?:the )?(?:prisoners?|hostages?|detainees?|captives?|prisoner)|de-?escalat_",
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
      "offer_ to|commit_ to|(?:is|are|was|were) (?:committed|willing|ready|prepared) to(?! (?:defend|fight|strike|respond|retaliate|attack|hit|use force|go to war))",
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
      "threaten_|warn_|vow_|(?:is|are|was|were) (?:ready|prepared) to (?:defend|fight|strike|respond|retaliate|attack|hit|use force|go to war)",
      "(?:issu_|deliver_|gave|gives) (?:a|an) (?:\\w+ )?(?:ultimatum|warning|threat)|swear_|swore",
    ],
  },
  {
    type: "request",
    words: [
      "(?:said|says|insisted|insists)(?: \\S+){0,12} must",
      "urg(?:e|es|ed|ing)|call_ (?:on|upon|for)|appeal_|demand_|ask(?:s|ed|ing)?(?! (?:whether|if|about|who|what|why|how|when|not to)\\b)|request_|implor_",
      "order_|pleaded|plead_|encourag_|insist_ on|stress_ the need|reiterat_ (?:\\S+ )?calls?",
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
      "(?:clos_|shut_)(?: \\w+){0,3} (?:embass(?:y|ies)|borders?|(?:border )?crossings?|airspace|consulates?)|revok_|cancel_",
      "downgrad_",
    ],
  },
];
