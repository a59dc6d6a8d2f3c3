import { describe, expect, test } from "vitest";
import { eventRows, type Telling } from "../../src/analyse/events/event-rows.ts";
import { tollInWords } from "../../src/cards/wording.ts";

let made = 0;

/** A raid told by one outlet; each telling stands in an item of its own unless said otherwise. */
function telling(parts: Partial<Telling>): Telling {
  made++;
  return {
    item: `item-${made}`,
    outlet: `Outlet ${made}`,
    start: 0,
    end: 10,
    date: "2024-03-07",
    precision: "day",
    basis: "relative",
    type: "assault",
    status: "stated",
    title: "Gunmen attacked a ferry near Lenara",
    ...parts,
  };
}

describe("one event", () => {
  test("told by many outlets is one row", () => {
    const rows = eventRows([telling({}), telling({ title: "Ferry near Lenara attacked by gunmen" })]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.tellings).toHaveLength(2);
  });

  test("takes the day that one outlet states where others only imply it", () => {
    const implied = telling({ date: "2024-03-08", precision: "by", basis: "publication" });
    const [row, ...more] = eventRows([implied, telling({}), { ...implied, item: "x", outlet: "Third" }]);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ date: "2024-03-07", precision: "day", dated: { by: 1, of: 3 } });
  });

  test("of two days takes that of most outlets, whatever comes first", () => {
    const wrong = telling({ name: "Operation Night Owl", date: "2024-03-06" });
    const right = telling({ name: "Operation Night Owl" });
    const [row] = eventRows([wrong, right, { ...right, item: "y", outlet: "Another" }]);
    expect(row).toMatchObject({ date: "2024-03-07", dated: { by: 2, of: 3 } });
  });

  test("under two spellings of an operation is one row", () => {
    const rows = eventRows([
      telling({ name: "Operation Bahr-ul-Noor", title: "The navy began Operation Bahr-ul-Noor" }),
      telling({ name: "Operation Bahr al Noor", title: "Ships fired at the coast in Operation Bahr al Noor" }),
    ]);
    expect(rows).toHaveLength(1);
  });

  test("takes in the news of its toll, and so does the later of two at one place", () => {
    const rose = telling({
      title: "The death toll in Zorva rose to 31",
      killed: 31,
      date: "2024-03-08",
      precision: "by",
      basis: "publication",
    });
    const first = telling({ title: "Shells killed seven in Zorva", killed: 7, date: "2024-03-05" });
    const second = telling({ title: "A blast killed 26 in the town of Zorva", killed: 26 });
    const elsewhere = { ...rose, item: "z", title: "The death toll in Malin rose to 12", killed: 12 };
    const rows = eventRows([first, second, rose, elsewhere]);
    expect(rows.map(({ date, killed }) => [date, killed.map(({ count }) => count)])).toEqual([
      ["2024-03-05", [7]],
      ["2024-03-07", [31, 26]],
      ["2024-03-08", [12]],
    ]);
  });

  test("at one place on one day keeps counts that differ side by side", () => {
    const rows = eventRows([
      telling({
        title: "Shells fell on the town of Zorva before dawn",
        killed: 7,
        attributedTo: "a doctor",
        status: "attributed",
      }),
      telling({ title: "Artillery killed 13 civilians in the Zorva district", killed: 13 }),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.killed.map(({ count }) => count).sort()).toEqual([13, 7]);
  });

  test("in two towns of one day is two", () => {
    const rows = eventRows([
      telling({ title: "Shells fell on the town of Zorva before dawn", killed: 7 }),
      telling({ title: "Artillery killed 13 civilians in the Amber district", killed: 13 }),
    ]);
    expect(rows).toHaveLength(2);
  });

  test("joins what was told of it before in two ways", () => {
    const rows = eventRows([
      telling({ title: "The navy began an operation of its own on March 7", type: "other" }),
      telling({ title: "Ships fired at the coast in Operation Night Owl", name: "Operation Night Owl" }),
      telling({
        title: "The navy began an operation of its own on March 7, which it calls Night Owl",
        name: "Operation Night Owl",
      }),
    ]);
    expect(rows).toHaveLength(1);
  });

  test("is told by a sentence before it is told by a name", () => {
    const [row] = eventRows([
      telling({ title: "Norland's Operation Night Owl on March 7", name: "Operation Night Owl" }),
      telling({
        title: "Ships fired at the coast in Operation Night Owl",
        name: "Operation Night Owl",
        status: "attributed",
      }),
    ]);
    expect(row?.title).toBe("Ships fired at the coast in Operation Night Owl");
  });

  test("that is only named is no row", () => {
    expect(eventRows([telling({ title: "The ceasefire on Monday", type: "concede" })])).toEqual([]);
    expect(eventRows([telling({ title: "Reports of raids in Zorva", status: "unconfirmed" })])).toHaveLength(1);
  });

  test("does not reach to another one weeks before", () => {
    const rows = eventRows([
      telling({}),
      telling({ title: "Gunmen attacked a ferry near Lenara", date: "2024-04-02", precision: "by" }),
    ]);
    expect(rows).toHaveLength(2);
  });

  test("with the same dead at the same place is known again weeks later", () => {
    const rows = eventRows([
      telling({ killed: 26, title: "Gunmen killed 26 passengers of a ferry near Lenara" }),
      telling({ killed: 26, title: "The raid at Lenara killed 26", date: "2024-04-02", precision: "by" }),
    ]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.date).toBe("2024-03-07");
  });
});

describe("figures", () => {
  test("that differ stand side by side with the outlets that print them", () => {
    const [row] = eventRows([telling({ killed: 26 }), telling({ killed: 26 }), telling({ killed: 28 })]);
    expect(row?.killed.map(({ count, outlets }) => [count, outlets.length])).toEqual([
      [26, 2],
      [28, 1],
    ]);
    expect(tollInWords(row?.killed ?? [], "killed")).toBe("26 killed (2 outlets), 28 (1)");
  });

  test("of the other side, told right after, belong to the same event", () => {
    const ours = telling({
      item: "a",
      outlet: "Tribune",
      killed: 100,
      status: "attributed",
      attributedTo: "Norland",
      title: "Norland says its raid on Sudria killed 100 fighters",
    });
    const theirs = telling({
      item: "a",
      outlet: "Tribune",
      start: 60,
      date: "2024-03-08",
      precision: "by",
      basis: "publication",
      killed: 31,
      status: "attributed",
      attributedTo: "Sudria",
      actors: ["Sudria"],
      title: "Sudria says they killed 31 civilians",
    });
    const [row, ...more] = eventRows([ours, theirs]);
    expect(more).toEqual([]);
    expect(tollInWords(row?.killed ?? [], "killed")).toBe("100 killed (Norland; 1 outlet), 31 (Sudria; 1)");
  });

  test("of another place, told right after, stay another event", () => {
    const here = telling({ item: "b", killed: 9 });
    const there = telling({
      item: "b",
      start: 60,
      precision: "by",
      killed: 4,
      title: "In the Orvik hills 4 died by mines",
    });
    expect(eventRows([here, there])).toHaveLength(2);
  });

  test("that are a range keep both ends", () => {
    const [row] = eventRows([telling({ killed: 35, killedTo: 40 })]);
    expect(tollInWords(row?.killed ?? [], "killed")).toBe("35 to 40 killed");
  });
});

describe("denials", () => {
  const claim = telling({
    item: "c",
    status: "alleged",
    type: "accuse",
    title: "Norland accuses Sudria of arming the gunmen",
    actors: ["Norland", "Sudria"],
  });
  const denial = telling({
    item: "c",
    start: 60,
    status: "denied",
    type: "reject",
    precision: "by",
    title: "Sudria denies it",
    actors: ["Sudria"],
  });

  test("stand beside the claim", () => {
    const rows = eventRows([claim, denial]);
    expect(rows.map(({ title, deniedBy }) => [title, deniedBy])).toEqual([[claim.title, ["Sudria"]]]);
  });

  test("that say more keep a row right behind the claim", () => {
    const later = telling({ date: "2024-03-07", title: "Police searched a port in Orvik", type: "coerce" });
    const full = { ...denial, title: "Sudria denied that it was arming the gunmen or any other group" };
    expect(eventRows([claim, later, full]).map(({ title }) => title)).toEqual([claim.title, full.title, later.title]);
  });

  test("of something else do not touch a claim", () => {
    const other = { ...denial, title: "Sudria denied that its banks were closing" };
    const rows = eventRows([claim, other]);
    expect(rows.map(({ deniedBy }) => deniedBy)).toEqual([[], []]);
  });
});

test("a row is told by words that can be read alone", () => {
  const rows = eventRows([
    telling({ title: "They attacked a ferry near Lenara", killed: 9 }),
    telling({ title: "Gunmen attacked a ferry near Lenara" }),
  ]);
  expect(rows.map(({ title }) => title)).toEqual(["Gunmen attacked a ferry near Lenara"]);
});

test("what nobody can place is not shown", () => {
  expect(eventRows([telling({ title: "He repeated it", precision: "by", basis: "publication" })])).toEqual([]);
});
