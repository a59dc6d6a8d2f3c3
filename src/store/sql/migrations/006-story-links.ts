import type { Migration } from "./migration.ts";

/** Which story continues which, and which part left which. */
export const storyLinks: Migration = {
  name: "story-links",
  statements: (kind) => {
    const [whole, strict] = kind === "sqlite" ? ["integer", "strict"] : ["bigint", ""];
    return [
      `create table story_links (
         story text not null, kind text not null, other text not null, at ${whole} not null, because text,
         primary key (story, kind, other)) ${strict}`,
      "create index story_links_other on story_links (other)",
    ];
  },
};
