const CROSSLINK =
  /^\s*(?:read(?: (?:also|more|next|this))?|also read|watch(?: (?:also|live|now))?|listen|see also|related(?: (?:story|stories|news|articles?))?|explained|must[- ]read|more on this(?: story)?|in pictures|opinion)\s*(?:[:|–—]|\s-\s)/iu;

/** Whether a line only leads to another story ("Read: …", "Also read | …"): never matched, quoted or dated. */
export function isCrosslink(line: string): boolean {
  return CROSSLINK.test(line);
}
