import { expect, test } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { Command, Services } from "../../src/commands/command.ts";
import { needed, optional } from "../../src/commands/options.ts";
import { done } from "../../src/commands/replies.ts";
import { createLog } from "../../src/lib/log.ts";
import { UserError } from "../../src/lib/user-error.ts";

const services = { desk: { refresh: async () => {} } } as unknown as Services;

function command(parts: Partial<Command>): Command {
  return {
    name: "try",
    summary: "Try",
    access: "everyone",
    visibility: "private",
    options: [],
    examples: [],
    run: async () => done("done"),
    ...parts,
  };
}

function ask(parts: Partial<Command>, options: Record<string, string> = {}, isManager = false) {
  const asker = { at: { platform: "console", server: "s", channel: "c" }, user: "u", isManager } as const;
  const invocation = { command: "try", options, page: 1, asker };
  return answer(
    { commands: [command(parts)], services, clock: { now: () => new Date(0) }, log: createLog("silent") },
    invocation,
  );
}

test("a command for managers refuses everybody else", async () => {
  expect((await ask({ access: "manager" })).problem?.code).toBe("managers-only");
  expect((await ask({ access: "manager" }, {}, true)).problem).toBeUndefined();
});

test("a missing option is named, with what it means", async () => {
  const reply = await ask({ options: [needed("story", "story", "The story")] });
  expect(reply.problem).toMatchObject({ code: "missing-option", next: "Give story: The story." });
});

test("a value of the wrong kind is refused in words", async () => {
  const options = [optional("count", "integer", "How many"), optional("level", "level", "Level")];
  expect((await ask({ options }, { count: "many" })).problem?.what).toContain("whole number");
  expect((await ask({ options }, { level: "loud" })).problem?.what).toContain("info, alert, urgent, flash");
});

test("options that the command does not know never reach it, nor do those of every object", async () => {
  let seen: unknown;
  const run: Command["run"] = async ({ options }) => {
    seen = options;
    return done("done");
  };
  await ask({ options: [optional("constructor", "text", "x"), optional("a", "text", "x")], run }, { a: " 1 ", b: "2" });
  expect(seen).toEqual({ a: "1" });
});

test("an error with words for the user shows them, any other one a reference only", async () => {
  const told = await ask({
    run: async () => {
      throw new UserError("No such thing.", "Look elsewhere.");
    },
  });
  expect(told.problem).toMatchObject({ what: "No such thing.", next: "Look elsewhere." });
  const hidden = await ask({
    run: async () => {
      throw new Error("password is hunter2");
    },
  });
  expect(JSON.stringify(hidden)).not.toContain("hunter2");
  expect(hidden.problem?.next).toMatch(/reference [0-9a-f]{8}/);
});

test("an unknown command is answered, not thrown", async () => {
  const asker = { at: { platform: "console", server: "s", channel: "c" }, user: "u", isManager: false } as const;
  const reply = await answer(
    { commands: [], services, clock: { now: () => new Date(0) }, log: createLog("silent") },
    { command: "nope", options: {}, page: 1, asker },
  );
  expect(reply.problem?.code).toBe("unknown-command");
});
