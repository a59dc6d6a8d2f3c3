const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Small closed classes of English words, all in lower case: what clauses are cut at. */
export const PRONOUNS = set("he she they it we i you");
export const RELATIVES = set("who which that whom whose where when");
export const PREPOSITIONS = set(
  "of in on at to for from with by about against under over into during after before between among amid near through " +
    "without within around as toward towards upon behind beyond since until till across despite like than via per " +
    "outside inside off along alongside except including regarding concerning following",
);
export const CONJUNCTIONS = set("and but or nor yet so then because while if although though whereas unless");
export const AUXILIARIES = set(
  "is are was were be been being am has have had having do does did will would shall should may might must can could " +
    "cannot not n't isn't wasn't aren't weren't hasn't haven't hadn't didn't doesn't don't won't wouldn't can't couldn't " +
    "get gets got",
);
export const ADVERBS = set(
  "also then later again still now just once soon too even ever never always often already earlier afterwards " +
    "afterward meanwhile however only first further instead perhaps rather quite well back forward here there " +
    "simply today yesterday tomorrow tonight all both each separately twice long since initially",
);
export const DETERMINERS = set(
  "the a an this that these those his her their its our my your some many several one two three four five six seven " +
    "eight nine ten most another any no other such every each all both few more",
);
export const TIME_WORDS = set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
    "september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec",
);

/** Frequent verbs, none of them of saying, that end the phrase before them. */
export const COMMON_VERBS = set(
  "came went took made met got gave saw left sent held began kept knew led won lost ran fell rose brought stood sat " +
    "broke built fought spent grew drew set put hit cut let became remains remained follows followed comes goes takes " +
    "makes gives seems seemed appeared appears",
);

/** Nouns of "Hours later," and "The next day,". */
export const TIME_NOUNS = set(
  "moment moments second seconds minute minutes hour hours day days week weeks weekend month months year years night " +
    "morning afternoon evening decade decades",
);

/** Connectors inside names: "Ursula von der Leyen", "Hafiz ibn Umar". */
export const NAME_CONNECTORS = set(
  "de la le du da di del der den van von bin ibn al el ul ur bint abu y e es dos das af av zu",
);

/** Capitalised at the start of a sentence without being a name. */
export const SENTENCE_STARTERS = set(
  "the a an this that these those his her their its our my in on at after before but and or so as when while if since " +
    "for from with by to it he she they we i you there here what who why how where which not no yes according despite " +
    "although though because however meanwhile also then now still yet both many some several most one two three four " +
    "five six seven eight nine ten all another each every other such more few last next earlier later during under over " +
    "following amid among between about against asked speaking until once only even just perhaps instead additionally " +
    "moreover furthermore nevertheless nonetheless today yesterday tomorrow tonight will would can could should may " +
    "might do does did is are was were be has have had let please read watch see more than of into out up down off " +
    "thus hence therefore indeed never always often sometimes first second third finally recently currently " +
    "previously separately similarly likewise whether either neither your me him them us mine such given like unlike " +
    "say says said tell told same very too well oh ok okay yeah hey dear thank thanks sorry " +
    "nothing something anything everything nobody somebody anyone everyone someone those including without within " +
    "through throughout across around near outside inside upon beyond behind beneath below above along per via",
);

/** An adverb by its ending or by the closed list. */
export function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.length > 4 && word.endsWith("ly") && word !== "family" && word !== "assembly");
}
