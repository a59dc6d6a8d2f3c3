import { type BenchItem, randomSource, word } from "./corpus.ts";

/** Words of any news, and how an everyday sentence begins. */
const ANY =
  "the the the a of of in in on to to and and for with by after before from at as year week region city market school river north house team price road people new first two more million company council report".split(
    " ",
  );
const EVERYDAY = [
  "{person} scored twice in the final on {day}",
  "Shares of {own} fell {n} per cent on {day}",
  "Heavy rain closed the railway near {own} on {day}",
  "The council of {own} put off a vote, mayor {person} said",
  "The museum of {own} shows {n} drawings by {person}",
  "Doctors in {own} test a vaccine on {n} volunteers",
  "A court in {own} sentenced {person} to {n} months for fraud",
  "“Nobody has shown us a number,” {person} said on {day}",
];
const CRISIS = [
  "Pakistani artillery shelling near {own} killed {n} people on {day}, officials in India said",
  "Gunmen killed {n} tourists at {own} in Indian-administered Kashmir on {day}, police said",
  "India and Pakistan agreed on {day} to a ceasefire around {own} after talks",
  "US Secretary of State Marco Rubio asked India and Pakistan for restraint over {own}",
  "A drone strike by the Rapid Support Forces killed {n} civilians near {own} in Sudan on {day}",
  "“We will answer every attack on {own},” a spokesman of the Indian army said in New Delhi",
];
const FIRST = "Anna Karl Mina Tom Ruth Omar Lena Paul Sara Ivan Nora Hugo Aisha Leo Vera Samuel".split(" ");
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

/** One item in six brings its whole text, as feeds do; the others a teaser of two sentences. */
const WHOLE = 1 / 6;
const WHOLE_SENTENCES = 10;
/** Events that are told at one time, and how often each is told at most. */
const OPEN = { crisis: 6, everyday: 60 };
const TELLINGS = { crisis: 12, everyday: 3 };
const OWN_WORDS = 24;

type Random = () => number;
type Sort = "crisis" | "everyday";
type Event = { readonly sort: Sort; readonly lead: string; readonly own: readonly string[]; left: number };

function pick<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The people, places and numbers of an event are its own; its other words differ from telling to telling. */
function begin(sort: Sort, random: Random): Event {
  const own = Array.from({ length: OWN_WORDS }, (_, at) => (at < 4 ? capital(word(random)) : word(random)));
  const slots: Readonly<Record<string, string>> = {
    own: own[0] ?? "",
    person: `${pick(FIRST, random)} ${own[1]}`,
    day: pick(DAYS, random),
    n: String(2 + Math.floor(random() * 40)),
  };
  const lead = pick(sort === "crisis" ? CRISIS : EVERYDAY, random).replace(
    /\{(\w+)\}/g,
    (_, slot) => slots[slot] ?? "",
  );
  return { sort, lead, own, left: 1 + Math.floor(random() * TELLINGS[sort]) };
}

function words({ own }: Event, random: Random, count: number): string {
  return Array.from({ length: count }, () => {
    const kind = random();
    if (kind < 0.5) return pick(ANY, random);
    return kind < 0.85 ? pick(own, random) : word(random);
  }).join(" ");
}

function tell(event: Event, random: Random): { title: string; text: string } {
  const count = random() < WHOLE ? WHOLE_SENTENCES : 2;
  const others = Array.from({ length: count - 1 }, () => `${capital(words(event, random, 16))}.`);
  const title = event.sort === "crisis" ? event.lead.slice(0, 60) : capital(words(event, random, 4));
  return { title: `${title} ${words(event, random, 4)}`, text: [`${event.lead}.`, ...others].join(" ") };
}

/** News items in a row of which about that share belongs to a crisis that is watched. Each event is told a few times. */
export function* news(crisisShare: number, everyMs: number): Generator<BenchItem, never> {
  const random = randomSource(23);
  const open: Record<Sort, Event[]> = { crisis: [], everyday: [] };
  for (let at = 0; ; at++) {
    const sort = random() < crisisShare ? "crisis" : "everyday";
    const events = open[sort];
    const slot = Math.floor(random() * OPEN[sort]);
    const event = events[slot] ?? begin(sort, random);
    events[slot] = --event.left > 0 ? event : begin(sort, random);
    yield { id: `news-${at}`, ...tell(event, random), at: new Date(Date.UTC(2026, 0, 1) + at * everyMs) };
  }
}
