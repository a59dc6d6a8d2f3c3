import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startPostgres, type TestPostgres } from "../contract/postgres.ts";
import { SHELLING } from "./reports.ts";
import { startWorld, type World } from "./world.ts";

let postgres: TestPostgres;
let world: World;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());
afterEach(() => world.stop());

const WORDS = "We will not leave this attack on our citizens without an answer.";
const HERALD = SHELLING;
const COURIER = {
  guid: "c-1",
  title: "Syldavia vows answer to shelling of border town",
  text:
    "Syldavia buried the dead of Klow on 2 March 2026 after Bordurian artillery shelling killed 14 people there.\n" +
    "“We will not leave this attack … without an answer,” Foreign Minister Anna Kray said in Szohod.\n" +
    "Borduria denied that its troops had opened fire near the Zlin Pass.",
};
const GAZETTE = {
  guid: "g-1",
  title: "Syldavian minister promises answer after Klow shelling",
  text:
    "Foreign Minister Anna Kray spoke in the Syldavian capital after Bordurian artillery shelling killed 14 in Klow.\n" +
    '"We will not leave this attack on our people without an answer," Kray said.\n' +
    "Bordurian troops stand near the Zlin Pass.",
};
/** The same words under straight marks. */
const BULLETIN = {
  guid: "b-1",
  title: "Kray: shelling of Klow will be answered",
  text:
    "Syldavia's foreign minister spoke after Bordurian shelling killed 14 people in the town of Klow.\n" +
    `Foreign Minister Anna Kray said: "${WORDS}"\n`,
};

/** The same report with other words in place of the quotation's paragraph. */
function corrected(paragraph: string) {
  return { ...HERALD, text: HERALD.text.replace(/Foreign Minister Anna Kray.*\n/, `${paragraph}\n`) };
}

async function ledger(): Promise<{ text: string; speaker?: string; source: string; note?: string }[]> {
  const { cards } = await world.ask("quote");
  return (cards[0]?.quotes ?? []).map(({ source, ...quote }) => ({
    ...quote,
    source: source.map((span) => ("text" in span ? span.text : "")).join(""),
  }));
}

/** What the console shows to a reader of the channel. */
async function consolePage(): Promise<string> {
  return (await fetch(new URL("/c/border/cards.json", world.app().address))).text();
}

describe.each(["SQLite", "PostgreSQL"])("the ledger on %s", (engine) => {
  const start = async () => {
    const names = ["Herald", "Courier", "Gazette", "Bulletin"];
    world = await startWorld({
      outlets: names,
      ...(engine === "PostgreSQL" && { databaseUrl: await postgres.freshDatabase() }),
    });
  };

  test("one quotation in four outlets is one entry with every wording", async () => {
    await start();
    await world.report("Herald", HERALD);
    await world.report("Courier", COURIER);
    await world.report("Gazette", GAZETTE);
    await world.report("Bulletin", BULLETIN);
    const entries = await ledger();
    expect(entries[0]?.source.split(", ").sort()).toEqual(["Bulletin", "Courier", "Gazette", "Herald"]);
    expect(entries).toMatchObject([
      {
        text: WORDS,
        speaker: "Anna Kray",
        note: "wording differs: Gazette has “We will not leave this attack on our people without an answer”; shortened in Courier",
      },
    ]);
  });

  test("each stored quotation is a piece of its item's stored text", async () => {
    await start();
    await world.report("Herald", HERALD);
    await world.report("Gazette", GAZETTE);
    const { items } = world.app().store;
    const { rows, total } = await items.quotes({}, {}, { limit: 50 });
    expect(total).toBeGreaterThanOrEqual(2);
    for (const { item, itemRevision, start: from, end, text } of rows) {
      const stored = await items.get(item);
      expect(stored?.revision).toBe(itemRevision);
      expect(stored?.text.slice(from, end)).toBe(text);
    }
  });

  test("a quotation that a correction drops stays, marked with the time since when", async () => {
    await start();
    await world.report("Herald", HERALD);
    await world.report("Herald", corrected("Syldavia's government has not commented."));
    expect(await ledger()).toMatchObject([
      {
        text: WORDS,
        speaker: "Anna Kray",
        source: "once in Herald",
        note: "no longer in Herald's text since 2 Mar 2026, 10:00 UTC",
      },
    ]);
    expect(await consolePage()).toContain("no longer quotes Anna Kray");
  });

  test("a report that is withdrawn as a whole leaves its quotation behind, while another outlet still has it", async () => {
    await start();
    await world.report("Herald", HERALD);
    await world.report("Courier", COURIER);
    await world.report("Herald", { ...HERALD, title: "Withdrawn", text: "This report has been withdrawn." });
    const [entry, ...others] = await ledger();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ speaker: "Anna Kray", source: "Courier" });
    expect(entry?.note).toContain("no longer in Herald's text since 2 Mar 2026, 11:00 UTC");
  });

  test("a corrected wording updates the entry and tells the one before", async () => {
    await start();
    await world.report("Herald", HERALD);
    await world.report(
      "Herald",
      corrected("Foreign Minister Anna Kray said, “We will not leave that attack on our citizens without an answer.”"),
    );
    const [entry, ...others] = await ledger();
    expect(others).toEqual([]);
    expect(entry?.text).toBe("We will not leave that attack on our citizens without an answer.");
    expect(entry?.note).toContain(`changed in Herald's text since 2 Mar 2026, 10:00 UTC, before it “${WORDS}”`);
  });

  test("words that turn out to be another one's stand under both names, the old one marked", async () => {
    await start();
    await world.report("Herald", HERALD);
    await world.report("Herald", corrected(`Defence Minister Ivo Holm said, “${WORDS}”`));
    expect(await ledger()).toMatchObject([
      { speaker: "Ivo Holm", source: "Herald" },
      { speaker: "Anna Kray", note: "no longer attributed so in Herald's text since 2 Mar 2026, 10:00 UTC" },
    ]);
  });

  test("a quotation that comes back is as it was", async () => {
    await start();
    await world.report("Herald", HERALD);
    await world.report("Herald", corrected("Syldavia's government has not commented."));
    await world.report("Herald", HERALD);
    const [entry, ...others] = await ledger();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ text: WORDS, source: "Herald", note: "as revision 3 of the report has it" });
  });

  test("an old quotation stays marked through a restart and later corrections", async () => {
    await start();
    await world.report("Herald", HERALD);
    await world.report("Herald", corrected("Syldavia's government has not commented."));
    await world.restart();
    await world.report("Herald", corrected("Syldavia's government has still not commented."));
    expect((await ledger()).map(({ note }) => note)).toEqual([
      "no longer in Herald's text since 2 Mar 2026, 10:00 UTC",
    ]);
  });
});
