import { expect, test } from "vitest";
import { createAnalyser } from "../../src/analyse/create-analyser.ts";
import { loadWatch } from "../../src/config/load.ts";
import type { Match } from "../../src/model/findings.ts";

const INDIA_PAKISTAN = "india-pakistan-2025";
const SUDAN = "sudan-2025";
const watches = await Promise.all([INDIA_PAKISTAN, SUDAN].map((id) => loadWatch(`config/watches/${id}.yaml`)));
const analyser = createAnalyser(watches);

function match(watch: string, title: string, text = title): Match {
  const article = { id: "golden", title, text, published: "2025-05-09T06:00:00Z" };
  return analyser.match(article, analyser.read(article), watch);
}

const ABOUT_INDIA_PAKISTAN = [
  [
    "Mortar fire forces schools in Rajouri to close",
    "Two teachers were hurt when a shell landed in the yard, officials said.",
  ],
  ["Islamabad calls in Indian envoy after raid on seminary", "The foreign ministry handed over a protest note."],
  ["Drones downed near Sialkot, army says", "The military said its air defence brought down four unmanned aircraft."],
  [
    "Jaishankar and Dar speak for the first time since fighting began",
    "Both ministers agreed to keep the hotline open.",
  ],
  ["Suspected militants kill three policemen in Kulgam", "A search was under way in the forest."],
  ["G7 ministers urge restraint from New Delhi and Islamabad", "They called for immediate de-escalation."],
  ["Families bury victims of Baisaran shooting", "Gunmen had opened fire on visitors in the meadow."],
  ["Canals of Sindh run low", "New Delhi put the river pact in abeyance in spring, growers say."],
  ["Islamabad warns against a diversion of the Chenab", "It would be met with full force, the cabinet said."],
  ["Long-haul pilots skirt Pakistan's closed skies", "Air India says flights to Toronto take three hours more."],
  ["Pakistan prolongs ban on Indian planes", "The notice to airmen runs for another month."],
  ["New Delhi bars Pakistani ships and parcels", "The commerce ministry named national security."],
  ["Sensex slides as conflict with Pakistan escalates", "Airlines and hotels led the losses in Mumbai."],
  ["Istanbul would host them, says Erdogan, to solve Kashmir", "He spoke with both leaders by telephone."],
  ["Captured jawan walks home through Attari", "The border guard had been held for three weeks."],
  ["Uri empties out as shells rain down", "Buses left the town by night."],
  ["Widows of the Pahalgam dead meet the home minister", "They asked for a memorial in the meadow."],
  ["Indian envoy and Ishaq Dar meet in a hotel lobby", "Neither would say what about."],
  ["UN observers ask to see a mosque in Kotli", "The mission had a complaint from Pakistan."],
  ["एलओसी पर तनाव: अमृतसर में सायरन बजे", "लोगों से घरों में रहने को कहा गया।"],
  ["پاکستان نے فضائی حدود بند کر دی", "بھارتی طیارے لمبا راستہ لیں گے۔"],
  ["پاکستان اور بھارت کے درمیان فائرنگ", "لائن آف کنٹرول پر فائرنگ کا تبادلہ ہوا۔"],
  ["भारत और पाकिस्तान में युद्धविराम", "दोनों देशों ने गोलीबारी रोकने पर सहमति जताई।"],
] as const;

const ABOUT_SUDAN = [
  ["Drone strike on market in El Obeid kills eleven", "A doctors' group blamed the RSF."],
  ["Army says it broke the siege of Babanusa", "Residents said fighting went on in the east of the town."],
  ["Burhan rejects truce with Hemedti", "The general spoke to soldiers in Omdurman."],
  ["Cholera spreads in Tawila as displaced people arrive from El Fasher", "Aid workers said water was short."],
] as const;

const ABOUT_NEITHER = [
  ["Mumbai Indians attack the powerplay and crush Lahore in friendly", "The opening batsman struck nine sixes."],
  ["Tourists return to houseboats of Srinagar", "Hoteliers hope for a record season."],
  ["Pakistan rupee under fire as traders retreat", "Investors sold shares for a fourth day."],
  ["Director of 'Border War' defends his latest movie", "The actor plays an Indian pilot; the film opens on Friday."],
  ["Delhi metro staff threaten strike over pay", "The union wants a rise of nine percent."],
  ["Rubio visits Panama", "The secretary of state will discuss the canal and migration."],
  ["Missile hits apartment block in Kharkiv", "Ukraine said six people were killed in the attack."],
  ["White House condemns attack on tanker in Red Sea", "The United Nations urged restraint."],
  ["South Sudan rebels and army clash near Malakal", "Hundreds fled to a camp."],
  ["India beat Pakistan in hockey thriller at Ipoh", "A late penalty corner settled it."],
  ["Pakistani javelin thrower wins gold, Indian second", "The two friends shared a flag for a photograph."],
  ["Indian and Pakistani mangoes vie for British shelves", "Shops in London stack both kinds side by side."],
  ["Lender sees India and Pakistan among the fastest-growing", "Its growth forecast names twelve states."],
  ["Chefs of India and Pakistan share a grill in Muscat", "The food fair drew long queues."],
  ["Lahore and Delhi lead a list of the most polluted", "Dhaka came third."],
  ["Novelists of Delhi and Lahore share a litfest stage", "Both read from books about Pakistan and India."],
  ["War drama on Kashmir gets a release date", "The biopic is about an Indian pilot over Pakistan."],
  ["Historian finds letters from the 1965 war in Lahore", "The Indian soldier wrote to his mother."],
  ["Indian airline takes its first wide-body jets", "IndiGo will fly from Delhi to Manchester."],
  ["Police shoot gangster in Ludhiana gunfight", "He was wanted for a hit on a trader in Punjab."],
  ["भारत ने पाकिस्तान को छह विकेट से हराया", "एशिया कप का फाइनल दुबई में होगा।"],
  ["Scientists find fossil of giant snake in Gujarat", "It lived fifty million years ago, a journal reports."],
  ["Karachi port posts record profits", "Exporters shipped more rice and cotton."],
  ["An army of cooks feeds pilgrims in Lahore", "Troops of helpers serve rice in the old town day and night."],
  ["Firefighters battle blaze at Karachi port for second day", "The fire brigade said that two warehouses burned."],
  ["Delhi battles smog as schools shut", "The government attacked farmers for burning straw."],
  ["Army of workers battles to restore power in Hyderabad", "Engineers fought all night after the storm."],
  ["Hospitals in Khartoum battle outbreak of dengue", "Doctors fight the fever with few drugs."],
  ["How a kitchen in Lucknow fights hunger", "The chef feeds two thousand people a day."],
] as const;

/** What borrows the words or the names of the crisis, by the trap that it is. */
const TRAPS = [
  ["a cup final", "India crush Pakistan by six wickets to lift Asia Cup", "Delhi celebrated late into the night."],
  [
    "a deal is struck",
    "Indian broadcaster strikes deal with Lahore studio",
    "The companies will share three drama series.",
  ],
  ["a strike of workers", "Bollywood crews strike as talks stall", "Unions in Mumbai want shorter nights."],
  ["a war of words", "Minister attacks central bank in war of words over rupee", "New Delhi wants lower rates."],
  ["a word that names an operation", "Why brides in Delhi wear sindoor", "A short history of vermilion at weddings."],
  [
    "a trade mark",
    "Studios rush to register 'Operation Sindoor' as a film title",
    "Eleven producers filed a trademark.",
  ],
  ["a namesake firm", "Rubio's taco chain files for bankruptcy in Delhi franchise", "The restaurant owes millions."],
  ["a namesake in sport", "Munir strikes twice as Lahore side attack late", "The forward scored in the second half."],
  [
    "a maker of arms on the market",
    "Shares of Indian missile maker rally on record orders",
    "Investors expect higher profit.",
  ],
  ["an obituary", "Cricket commentator Asim Hussain dies at 81 in Karachi", "He called three World Cup finals."],
  ["a game", "Drone strike mission in new video game set in Kashmir", "Gamers fly over the mountains."],
  ["a film that bombs", "War epic bombs at box office in India", "The nuclear marketing blitz failed."],
  ["a quiz", "Weekend quiz: which treaty did India and Pakistan sign in 1960?", "Test what you know."],
  ["a horoscope", "Horoscope: conflict ahead for Aries in Delhi", "Seek peace talks with a partner."],
] as const;

test.each(TRAPS)("%s is no news of the crisis: %s", (_, title, text) => {
  for (const watch of [INDIA_PAKISTAN, SUDAN]) expect(match(watch, title, text)).toMatchObject({ relevant: false });
});

/** News of the crisis at most by the way: never loud. */
const QUIET = [
  [
    "an anniversary",
    "Kargil marks anniversary of war with Pakistan",
    "Veterans laid wreaths for soldiers killed in 1999.",
  ],
  ["a drill", "Mock drill in Amritsar before festival", "Sirens sounded as police rehearsed for a terror attack."],
  ["an exercise", "Indian Navy ends missile exercise off Karachi", "Warships fired two missiles in a naval exercise."],
  ["opinion", "Opinion: Pakistan has no answer to drones", "Another Indian strike will come, our columnist argues."],
  [
    "a documentary",
    "Documentary retells attack on Mumbai",
    "The film follows survivors of 2008, when 166 were killed.",
  ],
] as const;

test.each(QUIET)("%s is never loud: %s", (_, title, text) => {
  expect(["info", "alert"]).toContain(match(INDIA_PAKISTAN, title, text).level);
});

test.each(ABOUT_INDIA_PAKISTAN)("relevant to the watch on India and Pakistan alone: %s", (title, text) => {
  expect(match(INDIA_PAKISTAN, title, text)).toMatchObject({ relevant: true });
  expect(match(SUDAN, title, text)).toMatchObject({ relevant: false });
});

test.each(ABOUT_SUDAN)("relevant to the watch on Sudan alone: %s", (title, text) => {
  expect(match(SUDAN, title, text)).toMatchObject({ relevant: true });
  expect(match(INDIA_PAKISTAN, title, text)).toMatchObject({ relevant: false });
});

test.each(ABOUT_NEITHER)("relevant to no watch: %s", (title, text) => {
  for (const watch of [INDIA_PAKISTAN, SUDAN]) expect(match(watch, title, text)).toMatchObject({ relevant: false });
});

test("graver news stands above lesser news", () => {
  const order = [
    match(
      INDIA_PAKISTAN,
      "Missile strikes kill 31 in Bahawalpur",
      "Pakistan's army said Indian jets had fired the missiles.",
    ),
    match(INDIA_PAKISTAN, "Troops exchange fire in Kupwara", "One Indian soldier was wounded."),
    match(INDIA_PAKISTAN, "Pakistan summons Indian diplomat", "Islamabad rejected the accusations."),
    match(INDIA_PAKISTAN, "War memorial in Kargil marks anniversary", "Veterans laid wreaths."),
  ].map(({ score }) => score);
  expect(order).toEqual(order.toSorted((a, b) => b - a));
});

test("a ceasefire is a step down and a strike a step up", () => {
  expect(match(INDIA_PAKISTAN, "India and Pakistan agree to a ceasefire").direction).toBe("de-escalation");
  expect(match(INDIA_PAKISTAN, "Missile strike on Muridke, Pakistan says").direction).toBe("escalation");
});

test("every spelling of a named operation is one event", () => {
  const named = (spelling: string) =>
    match(INDIA_PAKISTAN, "Army statement", `Pakistan has launched ${spelling}.`).lines.filter(({ what }) =>
      what.includes("Operation Bunyan"),
    );
  for (const spelling of [
    "Bunyan-un-Marsoos",
    "Bunyanum Marsoos",
    "BUNYAN AL MARSOOS",
    "Operation Bunyan-ul-Marsoos",
    "بنیان مرصوص",
  ])
    expect(named(spelling), spelling).toHaveLength(1);
});
