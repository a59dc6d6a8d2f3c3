/** Keys that are set: absent ones are left out, as the model wants it. */
type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

/** The same object without its undefined values. */
export function present<Value extends object>(value: Value): Present<Value> {
  // Only keys whose value is undefined are dropped, which is what Present says.
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<Value>;
}
