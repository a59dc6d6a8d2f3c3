import { type EventWords, PLACE } from "./event-words.ts";

const ARMS =
  "(?:weapons?|arms|ammunition|explosives?|explosive devices?|bombs?|rifles?|guns?|firearms?|grenades?|missiles?|" +
  "rockets?|mines?|IEDs?|drugs?|cocaine|heroin|cannabis|narcotics|packages?|caches?|tunnels?|hideouts?|cash|" +
  "contraband|vessels?|ships?|tankers?|boats?)";

/** Verbs of fighting, arrest, killing, protest and mobilisation. */
export const VERBS_OF_FORCE: readonly EventWords[] = [
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
      "sen(?:ds?|t|ding)(?: \\S+){0,6} (?:drones|missiles|rockets)",
      "attack_|bomb_|shell_|strik(?:e|es|ing(?!(?: \\w+)? (?:workers|writers|staff|teachers|nurses|doctors|pilots|drivers|miners|actors|employees|students|farmers)))|struck|pound_|raid_ by|shot|shoot(?:s|ing)?|open_ fire",
      "fir(?:e|ed|es|ing)(?: \\S+){0,3} (?:rockets?|missiles?|mortars?|shells?|shots|rounds?|bullets|grenades?|tear ?gas|at|on|into)",
      "launch_(?: \\S+){0,5} (?:attacks?|strikes?|air ?strikes?|missiles?|rockets?|drones?|assaults?|raids?|projectiles?)",
      "carri(?:ed|es) out(?: \\S+){0,4} (?:attacks?|strikes?|air ?strikes?|raids?|bombings?)",
      "carrying out(?: \\S+){0,4} (?:attacks?|strikes?|air ?strikes?)|stab(?:s|bed|bing)",
      "beat(?:s|en|ing)?|rap(?:ed|es|ing)|gang-rap_|tortur_|assault_|detonat_|explod_",
      "slam(?:s|med|ming)? into|blew (?:himself|herself|themselves|itself|up)|blow_ up|went off|hurl_|lob(?:s|bed|bing)",
      "ramm?(?:ed|s|ing)|torch_|set(?:s|ting)? (?:\\w+ ){0,3}(?:on fire|fire to|ablaze|alight)",
      "burn(?:ed|t|ing)? (?:down|the|their|several|houses|homes)|vandali[sz]_|ransack_|loot_",
      "target(?:s|ed|ing)|shot down|molest_|poison_|gass?ed",
    ],
  },
  {
    type: "protest",
    words: [
      "striking(?: \\w+)? (?:workers|writers|staff|teachers|nurses|doctors|pilots|drivers|miners|actors|employees|students|farmers)|stopp(?:ed|ing) work|(?:block|barricad)_ (?:the )?(?:\\w+ )?(?:roads?|streets?|highways?|transport|traffic|thoroughfares?|entrances?)",
      "protest(?:s|ed|ing)?|demonstrat(?:ed|es|ing)|rall(?:y|ied|ies|ying)|march(?:ed|es|ing)?",
      "riot(?:s|ed|ing)|took to the streets|(?:went|go|going|goes) on (?:a )?(?:\\w+ )?strike|walk_ off (?:the|their) jobs?|walk_ out(?! of (?:the |a |an )?(?:woods?|forest|trees|house|room|building|door|shop|hotel))",
      "(?:stag|held|hold)\\w*(?: \\w+){0,3} (?:protests?|rall(?:y|ies)|demonstrations?|sit-ins?|strikes?|vigils?)",
      "blockaded|picket_|chant_",
    ],
  },
  {
    type: "mobilize",
    words: [
      "deploy_|dispatch_|mobili[sz]_|reinforc_|mass(?:ed|ing) (?:troops|forces)|stationed|stationing|recruit_",
      "defect_",
      "(?:set(?:s|ting)? up|establish_|open_|built|build(?:s|ing)?|construct_|inaugurat_)(?: \\S+){0,4} (?:bases?|camps?|headquarters|checkpoints?|outposts?|posts?|cent(?:er|re)s?|forces|command|office)",
      "(?:held|hold(?:s|ing)?|conduct_|stag_|began|launch_)(?: \\S+){0,4} (?:exercises?|drills?|war games|manoeuvres|maneuvers)",
      "train_ (?:troops|fighters|soldiers)",
      "(?:put|plac_|rais_)(?: \\S+){0,4} (?:on (?:high )?alert|alert level)|forward_|beef_ up",
      "step(?:s|ped)? up (?:security|patrols)",
      "sen(?:ds?|t|ding)(?: \\S+){0,4} (?:troops|forces|soldiers|warships?|warplanes|(?:fighter )?jets|bombers|tanks|reinforcements|fighters|peacekeepers|police|officers|marines|advisers|contingents?)",
      "form(?:ed|s) (?:a |an )?(?:\\w+ )?(?:unit|force|army|brigade|militia|alliance|coalition)",
      "test-?fir_|test(?:s|ed) (?:a |an )?(?:\\w+ )?(?:missile|nuclear)",
    ],
  },
];
