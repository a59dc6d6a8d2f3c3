import { VERBS_OF_FORCE } from "./event-verbs-of-force.ts";
import { VERBS_OF_TALK } from "./event-verbs-of-talk.ts";
import type { EventWords } from "./event-words.ts";

/** Verbs of events: what the subject of a clause did. */
export const EVENT_VERBS: readonly EventWords[] = [
  ...VERBS_OF_TALK,
  ...VERBS_OF_FORCE,
  {
    type: "aid",
    words: [
      "(?:provid_|deliver_|donat_|send(?:s|ing)?|sent|giv(?:e|es|ing)|gave|offer_|extend_|supply|supplies|supplied|distribut_|grant_|air-?drop_|ship_)(?: \\S+){0,5} (?:aid|assistance|relief|food|water|rice|grain|wheat|flour|blankets|medicines?|medical supplies|supplies|funds?|funding|loans?|grants?|dollars|euros|shelter|asylum|tents|help|vaccines?|weapons|arms|equipment)",
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
      "spoke(?:n)? (?:with|to|by|on \\w+day with|by phone|by hotline)|speak(?:s|ing)? (?:with|by)|talk(?:s|ed|ing) (?:with|to)|discuss_",
      "visit(?:s|ed|ing)?|negotiat_|mediat_|consult(?:s|ed|ing)|phon(?:ed|es)|telephon_|confer(?:s|red)",
      "arriv(?:e|ed|es|ing) (?:in|at)",
      "received (?:\\w+ ){0,3}(?:ambassador|minister|delegation|envoy|president)|travel_ to",
      "brief(?:s|ed)|hosted",
    ],
  },
  {
    type: "disaster",
    words: [
      "erupt(?:ed|s) (?:on|at|in)? ?(?:mount|the volcano)|derail_|crash_|collid_|capsiz_|sank|collaps_",
      "flood(?:ed|s)|drown_|overturn_|rocked by an? earthquake|infect(?:ed|s)|burst its banks",
      "(?:went|gone|going) down(?= (?:late|early|in|off|about|near|with|on|after|shortly|minutes)\\b)|caught fire|swept away|run aground|ran aground",
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
