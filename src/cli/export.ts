import { writeFile } from "node:fs/promises";
import { slackManifest } from "../chat/slack/manifest.ts";
import { commandDocs } from "../commands/docs.ts";
import { COMMANDS } from "../commands/registry.ts";
import { configurationDocs } from "../config/docs.ts";
import { UserError } from "../lib/user-error.ts";
import type { Watch } from "../model/watch.ts";
import type { Store } from "../store/store.ts";
import { exportTimeline } from "./export-timeline.ts";
import { opmlOf } from "./opml.ts";

/** What some exports need; each is opened only when it is asked for. */
type Opens = {
  loadWatches(args: readonly string[]): Promise<readonly Watch[]>;
  openStore(): Promise<Store>;
};

/**
 * `export slack-manifest [--url URL]` prints the app manifest, `export opml [--watch FILE]` the feeds of the watches;
 * `export timeline` prints dated events as CSV, calendar or Markdown; `export docs` writes the generated pages under docs/.
 */
export async function exportVerb(args: readonly string[], { loadWatches, openStore }: Opens): Promise<void> {
  const [what, option, url] = args;
  switch (what) {
    case "slack-manifest":
      console.log(
        JSON.stringify(slackManifest(COMMANDS, option === "--url" && url !== undefined ? { url } : {}), null, 2),
      );
      return;
    case "opml":
      process.stdout.write(opmlOf(await loadWatches(args.slice(1))));
      return;
    case "timeline": {
      const store = await openStore();
      try {
        await store.migrate();
        process.stdout.write(await exportTimeline(store, args.slice(1), new Date()));
      } finally {
        await store.close();
      }
      return;
    }
    case "docs":
      await writeFile("docs/commands.md", commandDocs(COMMANDS));
      await writeFile("docs/configuration.md", configurationDocs());
      return;
    default:
      throw new UserError(
        `"${what ?? ""}" cannot be exported.`,
        "Write: export slack-manifest, export opml, export timeline, or export docs.",
      );
  }
}
