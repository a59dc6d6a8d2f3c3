import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Environment, readEnvironment } from "./config/environment.ts";
import { UserError } from "./lib/user-error.ts";

const USAGE = `sitrep: crisis news, once, with its reasons

  run                    the bot: feeds in, living story posts out
  demo [--once]          May 2025 replayed from recorded feeds into the local console
  doctor                 checks config, tokens, permissions, feeds and database
  export slack-manifest  the Slack app's manifest
  export opml            the feeds of all watches, or of --watch FILE, as an OPML file
  export timeline        dated events as --as csv, calendar or markdown; --story ID --actor NAME --since DAY --until DAY
  export docs            writes docs/commands.md and docs/configuration.md
  import opml FILE       the feeds of an OPML file as lines for a watch file

  parse | analyse | cluster | timeline    JSON Lines in, JSON Lines out; --watch FILE chooses watch files
`;

const io = { input: process.stdin, output: process.stdout };

/** Resolves at the first SIGINT or SIGTERM; the second one ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        resolve();
        process.once(signal, () => process.exit(1));
      });
  });
}

async function watchesFor(environment: Environment, args: readonly string[]) {
  const { loadConfig, loadWatch } = await import("./config/load.ts");
  const { watchFiles } = await import("./cli/analyse.ts");
  const files = watchFiles(args);
  return files
    ? Promise.all(files.map((file) => loadWatch(file)))
    : (await loadConfig(environment.configFolder)).watches;
}

/** Runs one verb; gives the exit status. */
async function runVerb(verb: string | undefined, args: string[]): Promise<number> {
  const environment = readEnvironment(process.env);
  switch (verb) {
    case "run":
      await (await import("./cli/run.ts")).runVerb(environment, stopSignal());
      return 0;
    case "demo": {
      const { values } = parseArgs({ args, options: { once: { type: "boolean", default: false } } });
      await (await import("./cli/demo.ts")).demoVerb(environment, { once: values.once, stop: stopSignal() });
      return 0;
    }
    case "doctor":
      return (await (await import("./cli/doctor.ts")).doctorVerb(environment)) > 0 ? 1 : 0;
    case "export":
      await (await import("./cli/export.ts")).exportVerb(args, {
        loadWatches: (rest) => watchesFor(environment, rest),
        openStore: async () => (await import("./cli/parts.ts")).openConfiguredStore(environment),
      });
      return 0;
    case "import":
      await (await import("./cli/opml.ts")).importVerb(args);
      return 0;
    case "parse":
      return (await (await import("./cli/parse.ts")).parseVerb(io, args)) > 0 ? 1 : 0;
    case "analyse":
      return (await (await import("./cli/analyse.ts")).analyseVerb(io, await watchesFor(environment, args))) > 0
        ? 1
        : 0;
    case "cluster": {
      const { createAnalyser } = await import("./analyse/create-analyser.ts");
      const watches = await watchesFor(environment, args);
      const know = { read: createAnalyser(watches).read, actors: watches.flatMap((watch) => watch.actors) };
      return (await (await import("./cli/cluster.ts")).clusterVerb(io, know)) > 0 ? 1 : 0;
    }
    case "timeline":
      return (await (await import("./cli/timeline.ts")).timelineVerb(io, args)) > 0 ? 1 : 0;
    default:
      process.stderr.write(USAGE);
      return verb === undefined || verb === "help" || verb === "--help" ? 0 : 2;
  }
}

function describe(error: unknown): string {
  if (error instanceof UserError) return `sitrep: ${error.message}\n        ${error.next}\n`;
  if (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"))
    return `sitrep: ${error.message}\n`;
  return `sitrep failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

if (existsSync(".env")) process.loadEnvFile(".env");
const [verb, ...args] = process.argv.slice(2);
try {
  const status = await runVerb(verb, args);
  // Output may still be on its way: the status is set, and the process ends when nothing is left to do.
  process.exitCode = status;
} catch (error) {
  process.stderr.write(describe(error));
  process.exitCode = 1;
}
