import type { Level } from "../model/findings.ts";

const LABELS: Readonly<Record<Level, string>> = {
  flash: "FLASH 🚨",
  urgent: "URGENT 🟠",
  alert: "ALERT 🟡",
  info: "INFO 🔵",
};

/** The level as readers see it: the word first, so that nobody depends on colour or on seeing an emoji. */
export function levelLabel(level: Level): string {
  return LABELS[level];
}
