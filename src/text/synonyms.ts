import { stem } from "./stem.ts";

/** One idea of crisis news a line, in the words that different outlets choose for it. The first word stands for all. */
const IDEAS = `
dead killed kill kills killing killings dies died die death deaths slain perished fatal fatalities fatality casualties toll lifeless murdered massacred slaughtered
wounded injured injures injuring injuries injury hurt wounding wounds
massacre carnage bloodbath slaughter
funeral burial buried mourn mourns mourned mourners mourning grieve grief weeps weep bury
gunmen gunman shooter shooters assailants assailant attackers attacker
militant militants extremist extremists insurgent insurgents jihadist jihadists terrorist terrorists rebels rebel
shooting shot shoot shoots gunfire firing fired opened shots
tourist tourists holidaymaker holidaymakers sightseer sightseers vacationer vacationers visitor visitors traveller travellers traveler travelers
worker workers labourer labourers laborer laborers
doctor physician surgeon medic
student students pupil pupils
child children kids
explosion explosions blast blasts exploded explodes detonated detonation boom booms fireball
bomb bombs bombing bombings bombed bombard bombardment bombarded
strike strikes airstrike airstrikes struck striking
missile missiles rocket rockets
drone drones uav uavs
shelling shelled shells artillery mortar mortars howitzers
jet jets warplane warplanes aircraft plane planes
airbase airbases airfield airfields runway runways
camp camps hideout hideouts
base bases garrison cantonment
troops soldiers soldier servicemen troopers jawans
army military
navy naval warship warships frigate destroyer
police policeman policemen constables officers
ceasefire truce armistice cessation
deescalate deescalation de-escalation restraint calm
talks negotiations negotiation negotiate parleys dialogue
agreement accord pact treaty deal
meadow pasture clearing
village villages hamlet hamlets villager villagers
town towns
hospital hospitals clinic clinics
school schools classroom classrooms
evacuate evacuated evacuates evacuation evacuations
refugee refugees displaced flee fled fleeing
hostage hostages captive captives kidnapped abducted abducts kidnap kidnaps abduction abducting
arrest arrested arrests detained detains detain detention held custody
prison jail jailed imprisoned sentenced
accuse accused accuses blames blamed blame alleges alleged
deny denied denies rejects rejected reject dismisses dismissed
condemn condemned condemns denounces denounced denounce slams slammed decry decries
vow vows vowed pledge pledges pledged promises promised promise
warn warns warned warning warnings caution cautions
suspend suspends suspended suspension abeyance halts halted halt pause pauses paused
close closes closed closure shut shuts shutdown shutter shuttered
cancel cancels cancelled canceled scrapped scraps called-off
expel expels expelled expulsion ousts ousted oust
resign resigns resigned resignation quits quit steps
election elections vote votes voting poll polls ballot ballots
protest protests protesters protestors demonstrators demonstration demonstrations rally rallies rallied
riot riots unrest clashes clash clashed
earthquake earthquakes quake quakes tremor tremors temblor magnitude
flood floods flooding flooded deluge inundated
storm storms hurricane typhoon cyclone
fire fires blaze blazes inferno wildfire
crash crashes crashed wreck wreckage
sink sinks sank sunk capsized capsizes
probe probes investigation investigate investigates investigating inquiry investigators
court tribunal judge judges
premier prime-minister pm
physician doctor
ambassador envoy envoys diplomat diplomats
trade commerce
sanction sanctions embargo penalties
aid relief assistance
border frontier boundary
`;

function makeHeads(): ReadonlyMap<string, string> {
  const heads = new Map<string, string>();
  for (const line of IDEAS.trim().split("\n")) {
    const [head = "", ...others] = line.split(" ").map(stem);
    for (const word of [head, ...others]) if (!heads.has(word)) heads.set(word, head);
  }
  return heads;
}

const HEADS = makeHeads();

/** The stem that stands for a stem's idea: two outlets' "holidaymakers slain" and "tourists killed" meet. */
export function ideaOf(stemmed: string): string {
  return HEADS.get(stemmed) ?? stemmed;
}
