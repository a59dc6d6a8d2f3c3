/** One step of the schema. Once released it is never edited: a change is a further step. */
export type Migration = {
  readonly name: string;
  statements(kind: "sqlite" | "postgres"): readonly string[];
};
