import { afterEach, expect, test } from "vitest";
import { startWorld, textOf, type World } from "./world.ts";

let world: World;
afterEach(() => world.stop());

test("a rule that a manager adds counts where it holds, and the reasons name it", async () => {
  world = await startWorld();
  const rule = "grain NEAR/4 (ships OR port) NOT title:harvest";
  await world.ask("keywords add", { phrase: rule, topic: "hostilities", weight: "4" });
  expect(textOf(await world.ask("keywords list"))).toContain(rule);
  const held = textOf(await world.ask("keywords test", { text: "Borduria stops grain at its port." }));
  expect(held).toContain(`hostilities: rule ${rule}`);
  const not = textOf(
    await world.ask("keywords test", {
      text: "Borduria stops grain. Nobody knows yet whether its old port is open to ships.",
    }),
  );
  expect(not).not.toContain("hostilities: rule");
  await world.ask("keywords remove", { phrase: rule });
  expect(textOf(await world.ask("keywords list"))).not.toContain(rule);
});

test("a rule that cannot be read is refused with the place and what was expected there", async () => {
  world = await startWorld();
  const reply = textOf(await world.ask("keywords add", { phrase: "grain AND", topic: "hostilities" }));
  expect(reply).toContain("expected a term after AND at column 10");
  expect(textOf(await world.ask("keywords list"))).not.toContain("grain");
});

test("a spelling that a report has and the watch lacks is proposed, and nothing is matched by it", async () => {
  world = await startWorld();
  await world.report("Herald", { guid: "visit", title: "Ana Krey visits Klow", text: "Ana Krey came to Klow." });
  expect(textOf(await world.ask("keywords propose"))).not.toContain("Krey");
  await world.report("Herald", { guid: "snow", title: "Snow closes Zleen Passe", text: "The Zleen Passe is shut." });
  const proposed = textOf(await world.ask("keywords propose"));
  expect(proposed).toContain("Zleen Passe");
  expect(proposed).toContain("Zlin Pass");
  const tried = textOf(await world.ask("keywords test", { text: "Shelling at the Zleen Passe." }));
  expect(tried).not.toContain("names Zlin Pass");
});
