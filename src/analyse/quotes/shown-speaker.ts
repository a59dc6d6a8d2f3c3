import type { Quote } from "../../model/findings.ts";

/** Below this confidence no speaker is shown: a wrong attribution is the worst fault of all. */
const SHOWN_CONFIDENCE = 0.85;

const PRONOUN = /^(?:he|she|it|they|we|i|you|who|one)$/i;

/** The name to show for a quotation, or its words for "a Western diplomat"; undefined when it is not sure enough. */
export function shownSpeaker({ confidence, speaker }: Quote): string | undefined {
  if (confidence < SHOWN_CONFIDENCE) return undefined;
  return speaker?.name ?? (PRONOUN.test(speaker?.text ?? "") ? undefined : speaker?.text);
}
