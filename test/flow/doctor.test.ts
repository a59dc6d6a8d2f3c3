import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startOutlets } from "./outlets.ts";

const MAIN = join(import.meta.dirname, "../../src/main.ts");
const WATCH = `name: Border
threshold: 5
topics:
  hostilities:
    words: { 3: [shelling] }
`;

let folder: string;
let outlets: Awaited<ReturnType<typeof startOutlets>>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sitrep-doctor-"));
  await mkdir(join(folder, "config/watches"), { recursive: true });
  await writeFile(join(folder, "config/sitrep.yaml"), "");
  outlets = await startOutlets(["Herald", "Courier", "Lantern"]);
});
afterEach(async () => {
  await outlets.stop();
  await rm(folder, { recursive: true, force: true });
});

type Diagnosis = { readonly status: number; readonly words: string };

/** The verb as a process of its own, in a folder with its own configuration. */
async function doctor(watch: string, more: NodeJS.ProcessEnv = {}): Promise<Diagnosis> {
  await writeFile(join(folder, "config/watches/border.yaml"), watch);
  const env = { PATH: process.env["PATH"], SITREP_ALLOW_PRIVATE_HOSTS: "127.0.0.1", ...more };
  const options = { cwd: folder, env };
  return promisify(execFile)(process.execPath, [MAIN, "doctor"], options).then(
    ({ stdout }) => ({ status: 0, words: stdout }),
    ({ code, stdout }: { code: number; stdout: string }) => ({ status: code, words: stdout }),
  );
}

function feeds(): string {
  const lines = outlets.specs.map(({ url, outlet }) => `  - { url: "${url}", outlet: ${outlet.name} }`);
  return `${WATCH}feeds:\n${lines.join("\n")}\n`;
}

test("a bot that can start is told so, feed by feed", async () => {
  const { status, words } = await doctor(feeds());
  expect(words).toContain("ok   config: 1 watch file: border");
  expect(words).toContain("ok   database: takes writes");
  expect(words).toContain("ok   feed Herald: 0 items");
  expect(words).toContain("All is well.");
  expect(status).toBe(0);
});

test("a feed that cannot be read is named with its address and what to do", async () => {
  outlets.outlet("Courier").answerWith(404);
  const { status, words } = await doctor(feeds());
  expect(words).toContain("ok   feed Lantern");
  expect(words).toMatch(/FAIL feed Courier: .*404.*\n {5}next: Open http:\/\/127\.0\.0\.1:\d+\/Courier in a browser/);
  expect(words).toContain("1 problem.");
  expect(status).toBe(1);
});

test("when every feed fails for one reason, it is said once, and the machine is blamed", async () => {
  const { status, words } = await doctor(feeds(), { SITREP_ALLOW_PRIVATE_HOSTS: "" });
  expect(words).toMatch(/FAIL feeds: none of the 3 can be read, all for one reason: .+\n {5}next: See whether/);
  expect(words).not.toContain("feed Herald");
  expect(words).toContain("1 problem.");
  expect(status).toBe(1);
});

test("a wrong key is told with its line, an open .env with the command that closes it", async () => {
  await writeFile(join(folder, ".env"), "");
  await chmod(join(folder, ".env"), 0o644);
  const { status, words } = await doctor(`${WATCH}treshold: 3\n`);
  expect(words).toContain("next: Run: chmod 600 .env");
  expect(words).toMatch(/config\/watches\/border\.yaml:6:1 treshold: is not a known key; did you mean "threshold"\?/);
  expect(words).toContain("2 problems.");
  expect(status).toBe(1);
});
