/** Verbs of the core list: what follows them is the content of speech even without marks. Irregular pasts follow a slash. */
const CORE =
  "say/said tell/told announce warn claim state add argue insist note confirm deny report allege explain acknowledge " +
  "admit believe think/thought suggest predict promise vow pledge urge declare emphasise emphasize stress reiterate " +
  "demand reveal contend maintain assert conclude write/wrote/written testify hope expect want agree hint fear " +
  "encourage caution concede estimate assure remind inform propose signal disclose indicate imply recommend recall observe lament remark complain reply respond " +
  "tweet post comment opine counter";

/** Verbs that introduce words in marks only. */
const MARKED =
  "ask answer press retaliate demur continue joke charge accuse quip call describe recount boast brag shout yell chant cry scream " +
  "whisper muse retort repeat echo express cite quote remember wonder question read/read criticize " +
  "criticise condemn denounce decry blast slam dismiss mock praise laud hail tout thank apologize " +
  "apologise appeal threaten elaborate volunteer interject exclaim snap chime chide scoff deadpan " +
  "plead/pled urge implore advise offer warn email text label brand dub refer speak/spoke clarify " +
  "affirm reaffirm underline underscore highlight lash fire blame rail venture marvel gush reason fume groan grumble " +
  "bellow thunder mutter murmur whisper sneer gloat enthuse lament sob weep rage moan blurt aver proclaim protest object confess " +
  "sigh disagree confide concur speculate theorise theorize iterate exhort";

const DOUBLED = new Set(["admit", "brag", "quip", "snap", "slam", "dub", "refer", "aver", "sob", "concur"]);

function regularForms(base: string): { third: string; past: string; ing: string } {
  const third = /(?:s|sh|ch|x|z)$/.test(base) ? `${base}es` : base.replace(/([^aeiou])y$/, "$1ie").concat("s");
  if (base.endsWith("e")) return { third, past: `${base}d`, ing: `${base.slice(0, -1)}ing` };
  if (/[^aeiou]y$/.test(base)) return { third, past: `${base.slice(0, -1)}ied`, ing: `${base}ing` };
  const root = DOUBLED.has(base) ? base + base.charAt(base.length - 1) : base;
  return { third, past: `${root}ed`, ing: `${root}ing` };
}

type Forms = { readonly finite: readonly string[]; readonly participles: readonly string[] };

function formsOf(entry: string): Forms {
  const [base = "", ...irregular] = entry.split("/");
  const { third, past, ing } = regularForms(base);
  return { finite: [base, third, ...(irregular.length > 0 ? irregular : [past])], participles: [ing] };
}

function allForms(list: string): { finite: Set<string>; participles: Set<string> } {
  const forms = list.split(" ").map(formsOf);
  return {
    finite: new Set(forms.flatMap((form) => form.finite)),
    participles: new Set(forms.flatMap((form) => form.participles)),
  };
}

const core = allForms(CORE);
const marked = allForms(MARKED);

/** Whether a lower-case word is a form of a verb that introduces quotations. */
export function isCue(word: string): boolean {
  return isFiniteCue(word) || isCueParticiple(word);
}

/** "said", "warns". */
export function isFiniteCue(word: string): boolean {
  return core.finite.has(word) || marked.finite.has(word);
}

/** "saying", "warning". */
export function isCueParticiple(word: string): boolean {
  return core.participles.has(word) || marked.participles.has(word);
}

/** Whether a lower-case word is a form of a core verb: its clause is reported speech without marks. */
export function isCoreCue(word: string): boolean {
  return core.finite.has(word) || core.participles.has(word);
}

const WEAK = allForms(
  "continue offer advise speak/spoke refer hope expect want agree promise vow pledge believe think/thought appeal question " +
    "remember read/read fire repeat protest object rage fear admit hint propose plead/pled recommend encourage threaten call describe label brand",
);

/** Verbs that more often tell what someone does or feels than lead a quotation in, unless they stand right beside it. */
export function isWeakCue(word: string): boolean {
  return WEAK.finite.has(word) || WEAK.participles.has(word);
}

const NOUN_TOO = new Set(
  (
    "state states claim claims report reports demand demands hope hopes fear fears promise promises pledge pledges hint " +
    "hints note notes estimate estimates signal signals thought offer offers call calls post posts comment comments " +
    "counter counters remark remarks reply answer answers chant chants appeal appeals charge question questions email text quote quotes tweet tweets want wants"
  ).split(" "),
);

/** Words that are nouns more often than verbs of saying: they need a name or pronoun right before, or "that" after. */
export function isNounToo(word: string): boolean {
  return NOUN_TOO.has(word);
}

const WITH_OBJECT = allForms(
  "call describe accuse criticise criticize tell/told urge blame praise cite deny dismiss denounce condemn label brand dub " +
    "mock laud hail tout thank slam blast decry want hope expect demand offer refer appeal assure remind inform question",
);

/** Verbs after which the next phrase is whom or what they are about, not who speaks: "called the plan". */
export function takesObject(word: string): boolean {
  return WITH_OBJECT.finite.has(word);
}

const WITH_ADDRESSEE = allForms("tell/told urge warn assure remind inform advise caution encourage ask");

/** Verbs that name the hearer before the content: "told reporters that", "urged Pakistan to". */
export function takesAddressee(word: string): boolean {
  return WITH_ADDRESSEE.finite.has(word) || WITH_ADDRESSEE.participles.has(word);
}

const PHRASAL: Readonly<Record<string, RegExp>> = {
  back: /^(?:shot|shoots?|hits?|fired|fires?|snapped|wrote)$/,
  in: /^(?:cuts?|chimed|chimes?|weighed|weighs?|butted|butts?|piped|pipes?|broke)$/,
  on: /^(?:went|goes|go)$/,
  up: /^(?:piped|pipes?|summed|sums?)$/,
  out: /^(?:blurted|blurts?|burst|bursts?|calls?|called|cried|cries)$/,
};

/** "shot back", "cut in", "went on": two words, in lower case, that together are a verb of saying. */
export function isPhrasalCue(word: string, next: string): boolean {
  return PHRASAL[next]?.test(word) ?? false;
}
