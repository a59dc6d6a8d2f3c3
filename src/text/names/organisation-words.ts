const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

const HEADS = set(
  "ministry council army navy force forces air-force party university agency front committee commission department union " +
    "organization organisation group court bank police brigade brigades movement foundation institute institution association " +
    "authority authorities alliance coalition federation league society corps guard guards service services company " +
    "corporation inc ltd llc plc corp times post news tribune herald journal gazette magazine radio television network " +
    "observatory parliament assembly congress senate cabinet bureau board center centre command militia battalion division " +
    "regiment administration school college hospital airlines airways club office secretariat initiative network tv " +
    "wing squadron fleet government regime watch monitor international fund trust programme program mission embassy consulate directorate inspectorate think-tank",
);

const OTHER_HEADS = set(
  "agreement accord treaty act bill law war day city town village street road avenue airport river valley mountain mountains " +
    "sea ocean lake island islands bridge square park province district county region state states governorate republic " +
    "kingdom summit conference resolution convention protocol charter constitution amendment plan deal award prize cup " +
    "games olympics festival ramadan christmas easter eid crisis attack operation border line zone control pact mosque church " +
    "temple cathedral palace hotel stadium tower street gulf bay peninsula strait camp dam north south east west northern " +
    "southern eastern western central islam christianity judaism bible quran god allah internet english arabic urdu hindi " +
    "spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday january february march april " +
    "june july august september october november december tuesday's islamic muslim muslims christian christians jewish jews sunni shia shiite " +
    "kurd kurds kurdish arab arabs hindu hindus african europe european asia asian africa media room time house trail street " +
    "rooms shoal reef atoll canyon creek desert plateau delta basin harbour harbor peak mount ridge canal survey " +
    "order orders work image photo read update breaking live video exclusive editor's note opinion analysis",
);

/** Whether a lower-case word, the last of a name, tells an organisation. */
export function isOrganisationHead(word: string): boolean {
  return HEADS.has(word);
}

/** Whether a lower-case word tells that a name is neither person nor organisation: a treaty, a street, a day. */
export function isOtherHead(word: string): boolean {
  return OTHER_HEADS.has(word);
}
