/** A process of its own that writes one whole story after the other and tells each one that the store acknowledged. */
import { writeSync } from "node:fs";
import { openStore } from "../../../src/store/sql/open.ts";
import { channel, draft, findings, poll, story, T0 } from "./make.ts";

const [url = "", from = "0"] = process.argv.slice(2);
const store = await openStore(url);
await store.migrate();
for (let number = Number(from); ; number++) {
  const id = `story ${number}`;
  await store.transaction(async (inside) => {
    await poll(inside, [draft({ key: id, title: id })], { at: number });
    await inside.stories.save(story({ id }));
    for (const item of await inside.items.unread(9))
      await inside.items.settle({ item, findings: findings(), story: id });
    await inside.posts.want({ story: id, at: channel(), watch: "w", wanted: 1, priority: 3, now: T0 });
  });
  writeSync(1, `${number}\n`);
}
