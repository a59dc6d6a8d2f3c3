import { writeFile } from "node:fs/promises";
import { slackManifest } from "../chat/slack/manifest.ts";
import { commandDocs } from "../commands/docs.ts";
import { COMMANDS } from "../commands/registry.ts";
import { configurationDocs } from "../config/docs.ts";
import { UserError } from "../lib/user-error.ts";
import type { Watch } from "../model/watch.ts";
import { opmlOf } from "./opml.ts";

type LoadWatches = (args: readonly string[]) => Promise<readonly Watch[]>;

/**
 * `export slack-manifest [--url URL]` prints the app manifest, `export opml [--watch FILE]` the feeds of the watches;
 * `export docs` writes the generated pages under docs/.
 */
export async function exportVerb(args: readonly string[], loadWatches: LoadWatches): Promise<void> {
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
    case "docs":
      await writeFile("docs/commands.md", commandDocs(COMMANDS));
      await writeFile("docs/configuration.md", configurationDocs());
      return;
    default:
      throw new UserError(
        `"${what ?? ""}" cannot be exported.`,
        "Write: export slack-manifest, export opml, or export docs.",
      );
  }
}
