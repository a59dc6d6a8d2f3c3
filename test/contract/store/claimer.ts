/** A process of its own that claims and settles posts until none is due, and prints the id of each. */
import { openStore } from "../../../src/store/sql/open.ts";
import { minute } from "./make.ts";

const [url = ""] = process.argv.slice(2);
const store = await openStore(url);
const now = minute(1);
const claim = () => store.posts.claim({ now, leaseMs: 60_000, limit: 5, platforms: ["discord"] });
for (let posts = await claim(); posts.length > 0; posts = await claim())
  for (const post of posts) {
    const settled = await store.posts.settle(post, { kind: "sent", messageId: "1", shown: 1, now, editAgainAt: now });
    process.stdout.write(`${post.id} ${settled} ${post.attempts}\n`);
  }
await store.close();
