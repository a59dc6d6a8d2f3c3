import { expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { loadWatch } from "../../src/config/load.ts";
import { type Direction, LEVELS, type Level, type Match } from "../../src/model/findings.ts";

const INDIA_PAKISTAN = "india-pakistan-2025";
const SUDAN = "sudan-2025";
const watches = await Promise.all([INDIA_PAKISTAN, SUDAN].map((id) => loadWatch(`config/watches/${id}.yaml`)));
const analyser = createAnalyser(watches);

type Report = { readonly day: string; readonly title: string; readonly text: string; readonly watch?: string };

function read({ day, title, text, watch = INDIA_PAKISTAN }: Report): Match {
  const article = { id: "golden", title, text, published: `${day}T12:00:00Z` };
  return analyser.match(article, analyser.read(article), watch);
}

/** From the gravest to the least; reports of one step are not compared with each other. */
const STEPS: readonly { readonly levels: readonly Level[]; readonly reports: readonly Report[] }[] = [
  {
    levels: ["flash"],
    reports: [
      {
        day: "2025-05-07",
        title: "India fires missiles at nine sites in Pakistan",
        text: "Indian jets and missiles struck nine sites in Pakistan early on Wednesday, killing at least 20 people, both governments said.",
      },
      {
        day: "2025-04-22",
        title: "Gunmen kill 26 tourists in Kashmir meadow",
        text: "Gunmen opened fire on tourists in Pahalgam on Tuesday, killing 26 people, police said.",
      },
      {
        day: "2025-05-10",
        title: "Pakistan fires missiles at Indian air bases",
        text: "Pakistan launched missiles at three Indian air bases early on Saturday, its military said.",
      },
      {
        day: "2025-05-10",
        title: "India and Pakistan agree to ceasefire",
        text: "India and Pakistan agreed to a full and immediate ceasefire on Saturday after four days of missile and drone strikes, officials said.",
      },
    ],
  },
  {
    levels: ["urgent"],
    reports: [
      {
        day: "2025-05-09",
        title: "Shelling kills two in Poonch",
        text: "Mortar shelling killed two villagers in Poonch on Friday, the Indian Army said.",
      },
      {
        day: "2025-05-09",
        title: "Blast at market in Quetta kills 12",
        text: "A bomb exploded in a market in Quetta on Friday, killing 12 people, police said.",
      },
      {
        day: "2025-10-26",
        title: "Sudan's army and the RSF sign truce",
        text: "The Sudanese army and the RSF signed a humanitarian truce on Sunday in Jeddah.",
        watch: SUDAN,
      },
      {
        day: "2025-10-27",
        title: "Drone strike hits market in El Obeid",
        text: "A drone strike on a market in El Obeid killed four people on Monday, a doctors' group said.",
        watch: SUDAN,
      },
    ],
  },
  {
    levels: ["alert"],
    reports: [
      {
        day: "2025-04-24",
        title: "India shuts border crossing with Pakistan",
        text: "New Delhi closed the Attari crossing and expelled Pakistani military advisers on Thursday, two days after the attack in Pahalgam.",
      },
      {
        day: "2025-05-02",
        title: "Pakistan warns of Indian strike",
        text: "Pakistan's information minister warned on Friday that India may launch a missile strike within 36 hours.",
      },
      {
        day: "2025-04-29",
        title: "Modi gives army free hand",
        text: "Prime Minister Modi gave the Indian Army freedom to decide its response to the Pahalgam attack, a government source said.",
      },
      {
        day: "2025-05-12",
        title: "Flights resume at Srinagar airport",
        text: "Srinagar airport reopened on Monday, five days after Indian missile strikes on Pakistan that killed more than 30 people.",
      },
      {
        day: "2025-05-11",
        title: "Ceasefire holds after first night",
        text: "The ceasefire between India and Pakistan was holding on Sunday after accusations of violations. No drones were seen over Jammu.",
      },
      {
        day: "2025-05-09",
        title: "Pakistan denies attacking Jammu with drones",
        text: "Pakistan denied on Friday that it had attacked Jammu with drones.",
      },
      {
        day: "2025-10-26",
        title: "Aid convoy reaches Tawila",
        text: "An aid convoy reached Tawila on Sunday with food for displaced people, a week after the drone strike that killed 60 people in El Fasher.",
        watch: SUDAN,
      },
      {
        day: "2025-05-05",
        title: "UN council holds closed talks on Kashmir",
        text: "The Security Council met behind closed doors on Monday to discuss tension between India and Pakistan since the attack in Pahalgam.",
      },
    ],
  },
  {
    levels: ["info"],
    reports: [
      {
        day: "2025-05-06",
        title: "Minister addresses parliament on security",
        text: "Two weeks after gunmen killed 26 people in Pahalgam, Defence Minister Rajnath Singh told parliament that the army was ready.",
      },
      {
        day: "2025-05-15",
        title: "Modi praises forces at air base",
        text: "Modi praised the forces for Operation Sindoor, which killed more than 100 militants, at an air base in Punjab.",
      },
      {
        day: "2025-04-24",
        title: "No group has claimed attack",
        text: "No group has claimed responsibility for the attack in Pahalgam on Tuesday, officials said.",
      },
      {
        day: "2025-05-07",
        title: "Schools in Lahore to hold mock drill",
        text: "Schools in Lahore will hold a civil defence exercise with air raid sirens on Thursday.",
      },
      {
        day: "2025-06-20",
        title: "A meadow in silence: families remember",
        text: "Families of those killed in the Pahalgam attack, in which 26 people were shot in April, met in Delhi.",
      },
    ],
  },
];

test.each(STEPS.flatMap(({ levels, reports }) => reports.map((report) => ({ ...report, levels }))))(
  "$levels.0: $title",
  (report) => {
    const { level, lines } = read(report);
    expect(report.levels, lines.map(({ points, what }) => `${points} ${what}`).join(", ")).toContain(level);
  },
);

test("every report of a graver step scores higher than every report of a lesser one", () => {
  const scores = STEPS.map(({ reports }) => reports.map((report) => read(report).score));
  for (const [at, step] of scores.entries())
    for (const lesser of scores.slice(at + 1)) expect(Math.min(...step)).toBeGreaterThan(Math.max(...lesser));
  expect(STEPS.map(({ levels }) => LEVELS.indexOf(levels[0] ?? "info"))).toEqual([3, 2, 1, 0]);
});

/** Pairs of which the first is graver, for one reason. */
const PAIRS: readonly (readonly [why: string, graver: string, lesser: string])[] = [
  ["more dead", "A blast in Quetta on Friday killed 31 people.", "A blast in Quetta on Friday killed two people."],
  [
    "somebody was hurt",
    "Pakistani shells hit Uri overnight, wounding four people.",
    "Pakistani shells hit Uri overnight. No one was hurt.",
  ],
  [
    "done, not threatened",
    "India struck air bases in Pakistan with missiles on Friday.",
    "India threatened to strike air bases in Pakistan with missiles.",
  ],
  [
    "done, not feared",
    "Militants attacked a convoy near Srinagar on Friday.",
    "Police in Srinagar fear militants could attack a convoy.",
  ],
  [
    "new, not recalled",
    "Gunmen shot dead nine pilgrims near Jammu on Friday.",
    "The minister mourned the victims of the attack near Jammu in which gunmen shot dead nine pilgrims.",
  ],
  [
    "new, not weeks ago",
    "A drone strike on Lahore killed six people on Friday.",
    "Lahore reopened its market on Friday, three weeks after a drone strike killed six people.",
  ],
  [
    "stated, not denied",
    "India shot down a Pakistani jet on Friday.",
    "India denied that it shot down a Pakistani jet.",
  ],
  [
    "stated, not claimed by one side",
    "Pakistan shot down three Indian jets on Friday.",
    "Pakistan claims that it shot down three Indian jets on Friday.",
  ],
  [
    "between states, not inside one",
    "Indian jets struck Pakistan on Friday.",
    "Pakistani jets struck Waziristan on Friday.",
  ],
  [
    "agreed, not urged",
    "India and Pakistan agreed to a ceasefire on Friday.",
    "China urged India and Pakistan to agree to a ceasefire on Friday.",
  ],
  [
    "war, not a skirmish",
    "Pakistan declared war on India on Friday, and missiles fell on Delhi.",
    "Troops of Pakistan and India clashed near Uri on Friday.",
  ],
  [
    "the attack, not the funeral",
    "A bomber struck a school bus in Balochistan on Friday, killing six children.",
    "Hundreds attended the funeral of six children killed in Thursday's bombing of a school bus in Balochistan.",
  ],
  [
    "fired in anger, not in a test",
    "India fired ballistic missiles at Pakistan on Friday.",
    "India successfully fired a nuclear-capable Agni ballistic missile in a test on Friday.",
  ],
  [
    "a party to the fight, not the maker of its arms",
    "Pakistan shot down 12 Indian drones near Lahore on Friday, after a strike by Indian jets.",
    "The army shot down 12 Israeli-made drones near Lahore on Friday.",
  ],
  [
    "this week, not last week",
    "Gunmen killed eleven soldiers near Quetta on Friday, the army said.",
    "The army said that gunmen killed eleven soldiers near Quetta last week.",
  ],
  [
    "confirmed, not unverified",
    "Explosions were heard in Lahore on Friday.",
    "Explosions were heard in Lahore on Friday. The reports could not be verified.",
  ],
];

test.each(PAIRS)("graver: %s", (_, graver, lesser) => {
  const score = (text: string) => read({ day: "2025-05-09", title: "", text }).score;
  expect(score(graver)).toBeGreaterThan(score(lesser));
});

const DIRECTIONS: readonly (readonly [Direction, string])[] = [
  ["escalation", "Indian missiles struck Lahore on Friday."],
  ["escalation", "Shelling broke the truce on the Line of Control on Friday, and five villagers of Uri were killed."],
  ["escalation", "Talks between India and Pakistan collapsed on Friday and troops moved to the border."],
  ["de-escalation", "India and Pakistan agreed to a ceasefire on Friday after days of missile strikes."],
  ["de-escalation", "India and Pakistan will withdraw troops to positions held before the fighting, officials said."],
  ["de-escalation", "The military chiefs of India and Pakistan spoke on the hotline and agreed to keep the ceasefire."],
  [
    "mixed",
    "India and Pakistan agreed to a ceasefire on Friday, but drones struck Jammu hours later, killing two people.",
  ],
];

test.each(DIRECTIONS)("%s: %s", (direction, text) => {
  expect(read({ day: "2025-05-09", title: "", text }).direction).toBe(direction);
});

test.each<[string, Report, Level]>([
  [
    "a missile that is fired in a test",
    {
      day: "2025-05-05",
      title: "Ghaznavi missile tested as the rows go on",
      text: "Pakistan fired the missile with a range of 290 km.",
    },
    "alert",
  ],
  [
    "shelling told in Urdu",
    { day: "2025-05-07", title: "ایل او سی پر گولہ باری", text: "پونچھ میں رات بھر گولہ باری جاری رہی۔" },
    "urgent",
  ],
  [
    "a broken truce told in Hindi",
    { day: "2025-05-10", title: "पाकिस्तान ने फिर तोड़ा संघर्ष विराम", text: "एलओसी पर गोलाबारी हुई।" },
    "urgent",
  ],
  [
    "closed skies told in Urdu",
    { day: "2025-04-24", title: "پاکستان میں فضائی حدود بند", text: "بھارت کی پروازیں لمبا راستہ لیں گی۔" },
    "alert",
  ],
])("%s has its level", (_, report, level) => {
  expect(read(report).level).toBe(level);
});
