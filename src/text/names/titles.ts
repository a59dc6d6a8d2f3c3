const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Forms of address: what follows is a person. */
const ADDRESSES = set(
  "mr mrs ms mx miss dr prof rev hon sir dame lord lady sheikh shaikh sheik imam ayatollah mullah maulana pope rabbi " +
    "daw datuk dato haji hajji monsignor msgr fr shri smt pandit swami ustad hojatoleslam mufti",
);

/** Military and police ranks, written out and short. */
const RANKS = set(
  "general gen lieutenant lt colonel col major maj brigadier brig captain capt cpt commander cmdr cdr admiral adm " +
    "sergeant sgt specialist spc private pfc pvt corporal cpl marshal commodore inspector superintendent constable detective chief " +
    "avm dgmo dg dig ig igp sp asp csp ssp dsp dcp",
);

/** Offices, written out and short: the last word of a title. */
const OFFICES = set(
  "president vice-president premier chancellor minister secretary ambassador envoy senator sen representative rep governor gov " +
    "mayor magistrate prosecutor counsel barrister solicitor registrar warden ranger congressman congresswoman king queen prince princess emir sultan shah crown chairman chairwoman chair " +
    "chairperson director administrator commissioner coordinator deputy speaker judge justice attorney sheriff " +
    "spokesman spokeswoman spokesperson professor doctor leader head chief adviser advisor counselor counsellor " +
    "strategist analyst activist journalist reporter correspondent editor columnist author lawyer official officer " +
    "executive ceo cfo coo founder co-founder manager aide candidate nominee lawmaker legislator parliamentarian mp mla " +
    "councillor councilman councilwoman delegate diplomat negotiator rapporteur president-elect undersecretary " +
    "under-secretary secretary-general high-commissioner consul cleric bishop archbishop cardinal pastor imam " +
    "colonel-general soldier fighter resident farmer teacher student villager shopkeeper driver survivor witness " +
    "worker volunteer doctor nurse engineer expert researcher scholar historian economist scientist pollster veteran " +
    "actor actress singer comedian filmmaker businessman businesswoman billionaire blogger poster host anchor " +
    "father mother brother sister son daughter wife husband widow uncle cousin neighbour neighbor",
);

/** Words inside titles that are no title alone: "Foreign Minister", "Secretary of State", "Chief of Army Staff". */
const TITLE_PARTS = set(
  "prime vice deputy acting interim former then late foreign external internal interior home defence defense finance " +
    "state staff army navy air force affairs security national press information communications campaign planning " +
    "senior junior assistant associate executive supreme joint chiefs house senate majority minority whip white " +
    "health energy education trade commerce justice treasury homeland environment climate labor labour agriculture " +
    "relations policy political special representative permanent high honorary chief general attorney lieutenant " +
    "first second republican democratic presidential parliamentary federal military naval police court district " +
    "opposition party opinion regional provincial cabinet principal managing field air world designate " +
    "prime-minister shadow co un u.n us u.s uk u.k eu republicans democrat democrats rights human communist top veteran local longtime outgoing incoming",
);

/** Whether a lower-case word (no full stop) ends a title: a name may follow it. */
export function isTitleHead(word: string): boolean {
  return isOneHead(word) || isJoined(word);
}

const isOneHead = (word: string) => ADDRESSES.has(word) || RANKS.has(word) || OFFICES.has(word);

/** "maj-gen", "secretary-general": words of titles with hyphens between them. */
function isJoined(word: string): boolean {
  const words = word.includes("-") ? word.split("-") : [];
  return words.some(isOneHead) && words.every((each) => isOneHead(each) || TITLE_PARTS.has(each));
}

/** Whether a lower-case word (no full stop) may stand inside a title. */
export function isTitleWord(word: string): boolean {
  return isTitleHead(word) || TITLE_PARTS.has(word);
}
