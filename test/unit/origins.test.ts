import { expect, test } from "vitest";
import { countOrigins, type Told } from "../../src/analyse/stories/origins.ts";

const OWN = [
  "Residents of Klow spent the night in cellars while guns fired from the hills above the river, a baker said.",
  "Two bridges over the river are closed to lorries after the bombardment, the roads office of the province said.",
  "Hospitals in three districts asked for blood donors on Sunday morning and sent patients who could walk home.",
];

function told(id: string, text: string, rest: Partial<Told> = {}): Told {
  return { id, title: `Report ${id}`, text, outlet: { name: `Paper ${id}` }, ...rest };
}

test("reports in their own words by owners of their own count each", () => {
  const { origins, groups } = countOrigins(OWN.map((text, at) => told(String(at), text)));
  expect(origins).toBe(3);
  expect(groups).toEqual([["0"], ["1"], ["2"]]);
});

test("forty reprints of one agency count once", () => {
  const items = Array.from({ length: 40 }, (_, at) => told(String(at), `KLOW (Reuters) - ${OWN[at % 3]}`));
  expect(countOrigins(items).origins).toBe(1);
});

test("two agencies count twice", () => {
  const items = [told("a", `KLOW (Reuters) - ${OWN[0]}`), told("b", `KLOW (AFP) - ${OWN[1]}`)];
  expect(countOrigins(items).origins).toBe(2);
});

test("a chain of repeats counts once, even when its first item is not among them", () => {
  const items = [
    told("b", OWN[0]!, { duplicateOf: "gone" }),
    told("c", OWN[1]!, { duplicateOf: "gone" }),
    told("d", OWN[2]!, { duplicateOf: "c" }),
  ];
  expect(countOrigins(items)).toEqual({ origins: 1, groups: [["b", "c", "d"]] });
});

test("outlets of one owner count once", () => {
  const items = [
    told("a", OWN[0]!, { outlet: { name: "Morning Bell", owner: "Bell Group" } }),
    told("b", OWN[1]!, { outlet: { name: "Evening Bell", owner: "Bell Group" } }),
    told("c", OWN[2]!, { outlet: { name: "Harbour Post", owner: "Harbour Trust" } }),
  ];
  expect(countOrigins(items)).toEqual({ origins: 2, groups: [["a", "b"], ["c"]] });
});

test("a copied text counts once though nobody names where it comes from", () => {
  const items = [told("a", OWN[0]!), told("b", `Our correspondent writes: ${OWN[0]}`), told("c", OWN[1]!)];
  expect(countOrigins(items).groups).toEqual([["a", "b"], ["c"]]);
});

test("a paper that prints an agency's text keeps the origin of its own report", () => {
  const wire = { outlet: { name: "Northgate Press" } };
  const paper = { outlet: { name: "Morning Bell", owner: "Bell Group" } };
  const items = [
    told("a", `KLOW (Northgate Press) - ${OWN[0]}`, wire),
    told("b", `KLOW (Northgate Press) - ${OWN[0]}`, { ...paper, duplicateOf: "a" }),
    told("c", OWN[1]!, paper),
    told("d", OWN[2]!, wire),
  ];
  expect(countOrigins(items)).toEqual({ origins: 2, groups: [["a", "b", "d"], ["c"]] });
});

test("an agency that only serves as a witness in the sentence is no origin", () => {
  const items = [told("a", `${OWN[0]} He told Reuters so.`), told("b", `${OWN[1]} She told Reuters so.`)];
  expect(countOrigins(items).origins).toBe(2);
});

test("nothing has no origin", () => {
  expect(countOrigins([])).toEqual({ origins: 0, groups: [] });
});
