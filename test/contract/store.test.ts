import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe } from "vitest";
import { openStore } from "../../src/store/sql/open.ts";
import type { Store } from "../../src/store/store.ts";
import { startPostgres, type TestPostgres } from "./postgres.ts";
import { feedsContract } from "./store/feeds.ts";
import { itemsContract } from "./store/items.ts";
import { lookupsContract } from "./store/lookups.ts";
import { postsContract } from "./store/posts.ts";
import { recordsContract } from "./store/records.ts";
import { searchContract } from "./store/search.ts";
import { storiesContract } from "./store/stories.ts";
import { transactionsContract } from "./store/transactions.ts";

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

const ENGINES = [
  { engine: "SQLite", freshUrl: async () => `sqlite:${join(folder, `${++files}.db`)}` },
  { engine: "PostgreSQL", freshUrl: () => postgres.freshDatabase() },
];

describe.each(ENGINES)("the store on $engine", ({ freshUrl }) => {
  let url = "";
  let opened: Store[] = [];

  beforeEach(async () => {
    url = await freshUrl();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
  });

  const open = async (): Promise<Store> => {
    const store = await openStore(url);
    opened.push(store);
    await store.migrate();
    return store;
  };

  feedsContract(open);
  itemsContract(open);
  searchContract(open);
  lookupsContract(open);
  storiesContract(open);
  postsContract(open);
  recordsContract(open);
  transactionsContract(open);
});
