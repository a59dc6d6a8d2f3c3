import { expect, test } from "vitest";
import { createLanes } from "../../src/feeds/web/lanes.ts";

/** Runs pieces of work that end when they are told to, and says which have begun. */
function workshop(limits: Parameters<typeof createLanes>[0]) {
  const lanes = createLanes(limits);
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const add = (name: string, host: string) =>
    lanes.run(host, () => {
      begun.push(name);
      return new Promise<string>((resolve, reject) =>
        ends.set(name, (error) => (error ? reject(error) : resolve(name))),
      );
    });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return { add, begun, end: (name: string, error?: Error) => ends.get(name)?.(error), settle };
}

test("a host that is busy does not hold up another", async () => {
  const { add, begun, end, settle } = workshop({ overall: 10, perHost: 1 });
  const all = [add("a1", "a"), add("a2", "a"), add("b1", "b")];
  await settle();
  expect(begun).toEqual(["a1", "b1"]);
  end("a1");
  await settle();
  expect(begun).toEqual(["a1", "b1", "a2"]);
  for (const name of ["a2", "b1"]) end(name);
  expect(await Promise.all(all)).toEqual(["a1", "a2", "b1"]);
});

test("no more than the overall limit runs, and the first who can goes next", async () => {
  const { add, begun, end, settle } = workshop({ overall: 2, perHost: 1 });
  const all = [add("a1", "a"), add("b1", "b"), add("a2", "a"), add("c1", "c")];
  await settle();
  expect(begun).toEqual(["a1", "b1"]);
  end("b1");
  await settle();
  expect(begun).toEqual(["a1", "b1", "c1"]);
  for (const name of ["a1", "c1"]) end(name);
  await settle();
  end("a2");
  expect(await Promise.all(all)).toEqual(["a1", "b1", "a2", "c1"]);
});

test("work that fails makes room, too", async () => {
  const { add, begun, end, settle } = workshop({ overall: 1, perHost: 1 });
  const [first, second] = [add("a1", "a"), add("a2", "a")];
  await settle();
  end("a1", new Error("no"));
  await expect(first).rejects.toThrow("no");
  await settle();
  expect(begun).toEqual(["a1", "a2"]);
  end("a2");
  await second;
});
