import { z } from "zod";

/** No actor, event or phrase brings more points. */
export const MAX_WEIGHT = 20;
export const MAX_WORDS_LENGTH = 100;

/** A name or phrase. */
export const words = z
  .string()
  .max(MAX_WORDS_LENGTH)
  .regex(/[\p{L}\p{N}]/u, "must hold at least one letter or digit");

/** Points that something brings. */
export const weight = z.int().min(0).max(MAX_WEIGHT);

/** A local calendar date: a day, a month or a year. */
export const day = z
  .string()
  .regex(/^\d{4}(?:-\d\d(?:-\d\d)?)?$/, "must be a date such as 2025-05-07, 2025-05 or 2025, in quotes");

/** What a thing is called inside a file. */
export const id = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be lower-case letters, digits and hyphens");

/** The name that readers see. */
export const name = words.describe("The name that is shown.");

/** Further full spellings of a name. */
export const spellings = z
  .array(words)
  .default([])
  .describe("Every other full spelling, in any script. Case, accents and hyphens do not matter.");
