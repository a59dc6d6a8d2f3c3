import type { WebClient } from "@slack/web-api";

const REMEMBER_MS = 60_000;
const REMEMBER_MOST = 1000;

/** Where the answer comes from. */
export type ManagerSource = {
  readonly client: WebClient;
  /** Users who manage whatever their role in the workspace. */
  readonly listed: readonly string[];
  readonly now: () => Date;
};

/**
 * Tells whether a user manages the bot in a workspace: listed, or admin or owner of that very workspace. Slack is
 * asked at most once a minute for each user; when it cannot tell, the answer is no.
 */
export function createManagerCheck(source: ManagerSource): (user: string, team: string) => Promise<boolean> {
  const known = new Map<string, { readonly answer: Promise<boolean>; readonly until: number }>();
  return (user, team) => {
    if (source.listed.includes(user)) return Promise.resolve(true);
    const now = source.now().getTime();
    const key = `${team}/${user}`;
    const fresh = known.get(key);
    if (fresh !== undefined && fresh.until > now) return fresh.answer;
    if (known.size >= REMEMBER_MOST) known.clear();
    const answer = isAdmin(source.client, user, team).catch(() => {
      known.delete(key);
      return false;
    });
    known.set(key, { answer, until: now + REMEMBER_MS });
    return answer;
  };
}

async function isAdmin(client: WebClient, id: string, team: string): Promise<boolean> {
  const { user } = await client.users.info({ user: id });
  if (user === undefined || user.team_id !== team || user.deleted) return false;
  return [user.is_admin, user.is_owner, user.is_primary_owner].some((flag) => flag === true);
}
