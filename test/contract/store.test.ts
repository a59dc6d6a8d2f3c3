import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { openStore } from "../../src/store/sql/open.ts";
import type { Store } from "../../src/store/store.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";
import { actorsContract } from "./store/actors.ts";
import { claimingContract } from "./store/claiming.ts";
import { eventsContract } from "./store/events.ts";
import { feedsContract } from "./store/feeds.ts";
import { findingContract } from "./store/finding.ts";
import { identityContract } from "./store/identity.ts";
import { itemsContract } from "./store/items.ts";
import type { Open } from "./store/make.ts";
import { mutesContract } from "./store/mutes.ts";
import { pushesContract } from "./store/pushes.ts";
import { quotesContract } from "./store/quotes.ts";
import { recordsContract } from "./store/records.ts";
import { searchContract } from "./store/search.ts";
import { settlingContract } from "./store/settling.ts";
import { storiesContract } from "./store/stories.ts";
import { migrationsContract, transactionsContract } from "./store/transactions.ts";
import { wantingContract } from "./store/wanting.ts";

const folder = mkdtempSync(join(tmpdir(), "sitrep-store-"));
let postgres: TestPostgres;
let files = 0;

beforeAll(async () => {
  postgres = await startPostgres();
});

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Empties the tables: making a new database takes many times as long. */
async function emptied(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations'",
  );
  if (rows.length > 0) await client.query(`truncate ${rows.map(({ name }) => name).join(", ")} restart identity`);
  await client.end();
  return url;
}

const newFile = async () => `sqlite:${join(folder, `${++files}.db`)}`;
const ENGINES = [
  { engine: "SQLite", newUrl: newFile, emptyUrl: newFile },
  { engine: "PostgreSQL", newUrl: () => postgres.freshDatabase(), emptyUrl: () => emptied(postgres.url) },
];

/** Opens stores on one database in each test, and closes them after it. */
function opening(urlOf: () => Promise<string>): Open {
  let url = "";
  let opened: Store[] = [];
  beforeEach(async () => {
    url = await urlOf();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
  });
  return async () => {
    const store = await openStore(url);
    opened.push(store);
    await store.migrate();
    return store;
  };
}

describe.each(ENGINES)("a new store on $engine", ({ newUrl }) => {
  migrationsContract(opening(newUrl));
});

describe.each(ENGINES)("the store on $engine", ({ emptyUrl }) => {
  const open = opening(emptyUrl);
  feedsContract(open);
  itemsContract(open);
  identityContract(open);
  pushesContract(open);
  searchContract(open);
  quotesContract(open);
  eventsContract(open);
  actorsContract(open);
  storiesContract(open);
  wantingContract(open);
  claimingContract(open);
  settlingContract(open);
  findingContract(open);
  mutesContract(open);
  recordsContract(open);
  transactionsContract(open);
});
