import { afterEach, expect, test } from "vitest";
import { SHELLING } from "./reports.ts";
import { HOUR_MS, startWorld, type World } from "./world.ts";

const MINUTE_MS = 60_000;

let world: World;
afterEach(() => world.stop());

/** How often each outlet was asked while the minutes passed. */
async function asked(minutes: number): Promise<{ Herald: number; Courier: number }> {
  const count = (name: string) => world.outlet(name).requests.length;
  const before = { Herald: count("Herald"), Courier: count("Courier") };
  for (let minute = 0; minute < minutes; minute++) {
    world.clock.advance(MINUTE_MS);
    await world.app().step();
  }
  return { Herald: count("Herald") - before.Herald, Courier: count("Courier") - before.Courier };
}

/** A report of each outlet from long ago, so that they are asked at the slowest. */
function quietPast(): void {
  const now = world.clock.now().getTime();
  for (const name of ["Herald", "Courier"])
    for (const age of [30, 40])
      world.outlet(name).publish({
        guid: `${age}`,
        title: `Market day ${age}`,
        text: "Stalls.",
        at: new Date(now - age * HOUR_MS),
      });
}

test("a feed is asked again within minutes once a story of its own turns loud", async () => {
  world = await startWorld();
  quietPast();
  await world.report("Herald", SHELLING);
  const soon = await asked(5);
  expect(soon.Herald).toBeGreaterThanOrEqual(1);
  expect(soon.Courier).toBe(0);
});

test("a feed with an item in a loud story is asked every two to five minutes, for six hours", async () => {
  world = await startWorld();
  quietPast();
  await world.report("Herald", SHELLING);
  await asked(31);
  const moving = await asked(60);
  expect(moving.Herald).toBeGreaterThanOrEqual(10);
  expect(moving.Herald).toBeLessThanOrEqual(30);
  expect(moving.Courier).toBeLessThanOrEqual(3);
  world.clock.advance(6 * HOUR_MS);
  await asked(31);
  expect((await asked(60)).Herald).toBeLessThanOrEqual(3);
});
