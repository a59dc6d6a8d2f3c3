import { expect, test } from "vitest";
import { reader, told } from "./reader.ts";

const read = reader();
const names = (text: string) =>
  new Set(
    read(text)
      .actors.filter(({ kind }) => kind === "person")
      .map(({ name }) => name),
  );

/** One habit of outlets each: what it is, a text that has it, and who says what. */
const HABITS = [
  [
    "the full name of one who speaks later, by the last name alone",
    "Ularbek Sharshenbaev made the remark on January 22.\n“There is a recording,” Sharshenbaev said.",
    ["Ularbek Sharshenbaev: There is a recording,"],
  ],
  [
    "two surnames, the first of which is used alone",
    "Interior Minister Monica Palencia Duarte came by road.\n“The state will not leave,” Palencia told a crowd.",
    ["Monica Palencia Duarte: The state will not leave,"],
  ],
  [
    "two of one surname, one of them a Jr.",
    "Odette Thibodeaux wrote the letter. Wendell Thibodeaux Jr. read it aloud.\n“We are out of patience,” said Thibodeaux.",
    ["Thibodeaux: We are out of patience,"],
  ],
  [
    "a name behind an institute",
    "Professor Yang Moo-ho of the University of North Asian Studies said, “They are talking to someone else.”",
    ["Yang Moo-ho: They are talking to someone else."],
  ],
  [
    "a party behind a name",
    "MK Ahmad al-Tibi bin Yusuf of Hadash said that the families “are the only adults in the room.”",
    ["Ahmad al-Tibi bin Yusuf: are the only adults in the room."],
  ],
  [
    "a rank in brackets",
    "Former army chief Gen (Retd) V.P. Malikarjun took the stage to say: “Now let diplomacy do its part.”",
    ["V.P. Malikarjun: Now let diplomacy do its part."],
  ],
  [
    "a rank with a hyphen",
    "Junta spokesperson Maj-Gen Zaw Min Tun Aung told a channel that “terrorists were storing explosives there”.",
    ["Zaw Min Tun Aung: terrorists were storing explosives there"],
  ],
  [
    "a name that is a month, too",
    "NUG Foreign Minister Zin Mar Aung-Lwin urged neighbours to act. “Every barrel has a name on it,” she said.",
    ["Zin Mar Aung-Lwin: Every barrel has a name on it,"],
  ],
  [
    "a body between a role and the name",
    "“Somebody would have died,” PCG spokesperson for the West Luzon Sea Commodore Jay Tarriela-Cruz said at noon.",
    ["Jay Tarriela-Cruz: Somebody would have died,"],
  ],
  [
    "a relative whose name stands between commas",
    "P. Chidananda slept at the school. His wife, Sarasu, was milder. “They gave us their own blankets,” she said.",
    ["Sarasu: They gave us their own blankets,"],
  ],
  [
    "a role whose name stands between commas",
    "The accused, Hashim Krasniqaj, who denies it, did not move. In a letter last year he told the court: “You have no case here.”",
    ["Hashim Krasniqaj: You have no case here."],
  ],
  [
    "a short rank that is written out later",
    "Col. Ismaël Wagué-Dembélé promised protection. “Let them all dance,” the colonel said.",
    ["Ismaël Wagué-Dembélé: Let them all dance,"],
  ],
  [
    "a dateline with two hyphens",
    "BISHKEK -- The governor, Aibek Toktomushev, said his men “answered fire and did not open it.”",
    ["Aibek Toktomushev: answered fire and did not open it."],
  ],
  [
    "a condition before the one who speaks",
    "Norway will “go on to the very end” if Denmark insists on new tolls, Erling Haugstad said on Wednesday.",
    ["Erling Haugstad: go on to the very end"],
  ],
  [
    "the account of a post",
    "“Proud of our crews tonight, all of them.” — Rahul Gandharva (@RGandharva) May 7, 2025",
    ["Rahul Gandharva: Proud of our crews tonight, all of them."],
  ],
  [
    "an aside that announces a quotation",
    "Admiral Samuel Paparo-Hayes said yesterday, and I quote, “I have all that I need.”",
    ["Samuel Paparo-Hayes: I have all that I need."],
  ],
  [
    "the first two of three names",
    "Sri Mulyani Indrawatio spoke first. “We do hear you,” Sri Mulyani wrote.",
    ["Sri Mulyani Indrawatio: We do hear you,"],
  ],
  [
    "a colleague after another speaker",
    "Oyelaran Bukola said: “It is August.” Her colleague, Nahid Rahman Polash, burned a copy. “Paper burns well,” he observed.",
    ["Oyelaran Bukola: It is August.", "Nahid Rahman Polash: Paper burns well,"],
  ],
  [
    "a clause about someone else before the verb",
    "Temesgen Kahsay, a former mayor who now advises Abebe Tolosa, told us: “Nobody wants this.”\n“But nobody asks,” he added.",
    ["Temesgen Kahsay: Nobody wants this.", "Temesgen Kahsay: But nobody asks,"],
  ],
  [
    "a dash in the sentence of its subject",
    "Retired Adm. Tomohisa Takei told a channel: “Let us carry it.”\nProfessor Akio Endo agreed – up to a point. “She was right,” he said.",
    ["Tomohisa Takei: Let us carry it.", "Akio Endo: She was right,"],
  ],
  [
    "a role, its place, a name and an age",
    "Anders Holmgaard said that “both look at the sea”.\nA farmer near the lake, Haftom Gebre, 47, said soldiers had warned him. “I worry, too,” he said.",
    ["Anders Holmgaard: both look at the sea", "Haftom Gebre: I worry, too,"],
  ],
  [
    "a minister with the name of a country",
    "In Haifa, Defense Minister Israel Katzman told the cabinet that “anyone who raises a hand will lose it.”",
    ["Israel Katzman: anyone who raises a hand will lose it."],
  ],
  [
    "a member of an assembly in short",
    "MLA Ajaz Ahmad Mirani promised it. “Write down every hoof,” he told a clerk.",
    ["Ajaz Ahmad Mirani: Write down every hoof,"],
  ],
  [
    "a brother who disagrees",
    "Tigran Balayan and his brother Hayk live near the post. “They wave at us,” Tigran Balayan says.\nHayk Balayan shook his head. “I do not wave at all,” he said.",
    ["Tigran Balayan: They wave at us,", "Hayk Balayan: I do not wave at all,"],
  ],
  [
    "an official before a colon",
    "Mission chief Markus Ritterman said his patrols saw “nothing that is new.” An official, briefing reporters at the port, was less sure: “We see what we are shown.”",
    ["Markus Ritterman: nothing that is new.", "An official: We see what we are shown."],
  ],
  ["a book that someone cites", "The book “Blood and Honour,” which Kimberly Westfall cited, is out of print.", []],
  [
    "a body that is no person for being told something",
    "Suhartono told Kompas that it was late. “We know who owns the planes,” he said.",
    ["Suhartono: We know who owns the planes,"],
  ],
] as const;

test.each(HABITS)("%s", (_, text, expected) => {
  expect(told(read(text).quotes)).toEqual(expected);
});

test.each([
  ["who sings", "On the third night Fadimata Walet Oumarou sang for an hour.", "Fadimata Walet Oumarou"],
  ["who was elected", "Last May Tshering Gyeltshen was elected for a second time.", "Tshering Gyeltshen"],
  [
    "behind an office and its town",
    "The mayor of Istiaia, Elpida Samarapoulou, opened the doors.",
    "Elpida Samarapoulou",
  ],
  ["behind an envoy with a capital", "He sent his Special Envoy, Ramtani Lamamrahi, to the lake.", "Ramtani Lamamrahi"],
  ["who gives one name", "Outside, a student who gave her name only as Dindara held up a jacket.", "Dindara"],
  ["of a weekday's name", "The party's Sat Paul Sharmasingh visited the town and said little.", "Sat Paul Sharmasingh"],
  ["of a month's name", "In spring Jan Egelandsen drove to the border.", "Jan Egelandsen"],
  ["with an accent", "The letter of Leïla Ouedraogo-Haddad is short.", "Leïla Ouedraogo-Haddad"],
  ["who serves God", "A message from Abdel-Rahim Hamdounat came late.", "Abdel-Rahim Hamdounat"],
])("a person %s is one", (_, text, name) => {
  expect(names(text)).toContain(name);
});

test.each([
  ["a town with its mayor", "In Zaporizhzhia, Governor Ivan Fedorenko reported damage.", "Zaporizhzhia"],
  [
    "where somebody lives",
    "“They asked who had gold,” said a resident of Um Sumaima, who fled with six children.",
    "Um Sumaima",
  ],
  ["several people", "Residents said they had been awake all night.", "Residents"],
  ["a firm with a head", "The director of Terrain Libre spoke to us in the yard.", "Terrain Libre"],
  ["what somebody is", "“Fear is a form of obedience,” the Jesuit said.", "Jesuit"],
  ["a town with an office", "The march ended early in Lima, the prosecutor's office said.", "Lima"],
  ["a month", "In April Ukraine said that it would wait.", "April Ukraine"],
])("%s is no person", (_, text, name) => {
  expect(names(text)).not.toContain(name);
});
