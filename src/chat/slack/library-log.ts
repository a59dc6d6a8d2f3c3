import { type Logger, LogLevel } from "@slack/bolt";
import type { Log } from "../../lib/log.ts";

/** The libraries' own messages in our log. Their debug messages hold whole payloads and are dropped. */
export function libraryLog(log: Log): Logger {
  return {
    debug: () => {},
    info: (...words) => log.debug({ detail: words.map(String).join(" ") }, "slack.client"),
    warn: (...words) => log.warn({ detail: words.map(String).join(" ") }, "slack.client"),
    error: (...words) => log.error({ detail: words.map(String).join(" ") }, "slack.client"),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
