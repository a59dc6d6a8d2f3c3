import { help, status } from "./about.ts";
import { actors } from "./actors.ts";
import type { Command } from "./command.ts";
import { keywordsChanges, keywordsUndo } from "./edits.ts";
import { feedsAdd } from "./feed-adding.ts";
import { feedsExport, feedsImport } from "./feed-lists.ts";
import { feedsCheck, feedsList, feedsRemove } from "./feeds.ts";
import { keywordsAdd, keywordsList, keywordsRemove, keywordsTest } from "./keywords.ts";
import { keywordsPropose } from "./keywords-propose.ts";
import { mute, unmute } from "./mute.ts";
import { quote } from "./quote.ts";
import { keywordsAccept, keywordsDismiss } from "./spellings.ts";
import { latest, sources, stories } from "./stories.ts";
import { subscribe, subscriptions, unsubscribe } from "./subscriptions.ts";
import { timeline } from "./timeline.ts";
import { why } from "./why.ts";
import { whynot } from "./whynot.ts";

/** Every command. Discord's registration, Slack's manifest, the console, `/help` and docs/commands.md are made from it. */
export const COMMANDS: readonly Command[] = [
  latest,
  stories,
  timeline,
  quote,
  actors,
  sources,
  why,
  whynot,
  subscribe,
  unsubscribe,
  subscriptions,
  mute,
  unmute,
  keywordsList,
  keywordsAdd,
  keywordsRemove,
  keywordsTest,
  keywordsPropose,
  keywordsAccept,
  keywordsDismiss,
  keywordsChanges,
  keywordsUndo,
  feedsList,
  feedsAdd,
  feedsRemove,
  feedsCheck,
  feedsImport,
  feedsExport,
  status,
  help,
];
