import type { Store } from "../store.ts";
import { createEdits } from "./edits.ts";
import { createFeeds } from "./feeds.ts";
import { createItems } from "./items.ts";
import { createMarks, ping } from "./marks.ts";
import { migrate } from "./migrate.ts";
import { createMutes } from "./mutes.ts";
import { createPosts } from "./posts.ts";
import { createPushes } from "./pushes.ts";
import type { Session } from "./session.ts";
import { createStories } from "./stories.ts";
import { createSubscriptions } from "./subscriptions.ts";

/** All table groups on one session. A store inside a transaction hands out itself for nested ones. */
export function createStore(session: Session): Store {
  return {
    feeds: createFeeds(session),
    pushes: createPushes(session),
    items: createItems(session),
    stories: createStories(session),
    posts: createPosts(session),
    subscriptions: createSubscriptions(session),
    mutes: createMutes(session),
    edits: createEdits(session),
    marks: createMarks(session),
    transaction: (work) => session.atomically((inside) => work(createStore(inside))),
    migrate: () => migrate(session),
    ping: () => ping(session),
    close: () => session.db.destroy(),
  };
}
