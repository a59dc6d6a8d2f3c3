import { beforeAll, describe, expect, test } from "vitest";
import { loadWatch } from "../../src/config/load.ts";
import { actorsNamed, roleInWords } from "../../src/desk/known-actors.ts";
import type { Watch } from "../../src/model/watch.ts";

let watches: Watch[];
beforeAll(async () => {
  watches = await Promise.all([
    loadWatch("config/watches/india-pakistan-2025.yaml"),
    loadWatch("config/watches/sudan-2025.yaml"),
  ]);
});

function ids(typed: string, day = "2025-05-07"): string[] {
  return actorsNamed(watches, typed, day).map(({ id }) => id);
}

describe("an actor is found by name", () => {
  test.each([
    ["a full name", "Marco Rubio", "marco-rubio"],
    ["the beginning of a name", "jaish", "s-jaishankar"],
    ["small letters without accents", "volker turk", "volker-turk"],
    ["accents", "António Guterres", "antonio-guterres"],
    ["a Turkish ending after an apostrophe", "Erdoğan'ın", "recep-tayyip-erdogan"],
    ["an English genitive", "Vance’s", "jd-vance"],
    ["Urdu", "جے شنکر", "s-jaishankar"],
    ["Urdu with a postposition", "مارکو روبیو نے", "marco-rubio"],
    ["Urdu typed on an Arabic keyboard", "شهباز شريف", "shehbaz-sharif"],
    ["Hindi", "जयशंकर", "s-jaishankar"],
    ["Hindi with a postposition", "नरेंद्र मोदी ने", "narendra-modi"],
    ["Hindi without its nukta", "शहबाज शरीफ", "shehbaz-sharif"],
    ["Arabic", "عبد الفتاح البرهان", "abdel-fattah-al-burhan"],
    ["Arabic behind a preposition", "للبرهان", "abdel-fattah-al-burhan"],
    ["Arabic behind an and", "وبوتين", "vladimir-putin"],
    ["Russian in another case", "Путина", "vladimir-putin"],
    ["a Russian full name in another case", "Марией Захаровой", "maria-zakharova"],
    ["Chinese", "习近平", "xi-jinping"],
  ])("in %s", (_, typed, id) => {
    expect(ids(typed)).toContain(id);
  });

  test.each(["بروسیا", "नमस्ते", "Nobody Inparticular", "'", "ने"])("and %s is no one's", (typed) => {
    expect(ids(typed)).toEqual([]);
  });

  test("a plain name is not read as another one's inflected form", () => {
    expect(ids("Putin")).toEqual(["vladimir-putin"]);
    expect(ids("Munir Akram")).toEqual(["munir-akram"]);
  });
});

describe("a post stands for who holds it on the day", () => {
  test.each([
    ["Pakistan's foreign minister", "2025-05-07", "ishaq-dar"],
    ["Pakistani foreign minister", "2023-01-01", "bilawal-bhutto-zardari"],
    ["foreign minister of India", "2025-05-07", "s-jaishankar"],
    ["Indian army chief", "2025-05-07", "upendra-dwivedi"],
    ["Prime Minister of Pakistan", "2020-01-01", "imran-khan"],
    ["US Secretary of State", "2024-05-07", "antony-blinken"],
    ["president of India", "2025-05-07", "droupadi-murmu"],
    ["British foreign secretary", "2025-09-05", "yvette-cooper"],
  ])("%s on %s", (typed, day, id) => {
    expect(ids(typed, day)).toContain(id);
  });

  test("a party's president is not the country's", () => {
    expect(ids("Pakistan's president")).toEqual(["asif-ali-zardari"]);
    expect(ids("president of the Indian National Congress")).toEqual(["mallikarjun-kharge"]);
  });

  test("a post of two countries stands for both, and one that nobody held then for no one", () => {
    expect(ids("prime minister")).toEqual(expect.arrayContaining(["narendra-modi", "shehbaz-sharif", "keir-starmer"]));
    expect(ids("Secretary of State", "1999-01-01")).toEqual([]);
  });
});

test.each([
  ["asim-munir", "2025-05-07", "Chief of Army Staff, Pakistan Army"],
  ["bilawal-bhutto-zardari", "2025-05-07", "chairman, Pakistan Peoples Party"],
  ["lin-jian", "2025-05-07", "spokesperson, Ministry of Foreign Affairs, China"],
  ["tammy-bruce", "2025-08-20", "spokesperson, State Department"],
  ["tammy-bruce", "2025-09-01", undefined],
  ["donald-trump", "2023-05-07", undefined],
  ["rajnath-singh", "2018-05-07", "Home Minister, India"],
] as const)("the role of %s on %s", (actor, day, role) => {
  expect(roleInWords(watches, actor, day)).toBe(role);
});
