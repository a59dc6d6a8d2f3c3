import { DiscordAPIError, OAuth2Scopes, PermissionFlagsBits, type REST, Routes } from "discord.js";
import type { Check } from "../chat.ts";

/** What sitrep needs in a channel. */
const NEEDED =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/** Asks Discord whether the token works and how many servers sitrep was added to. */
export async function checkDiscord(rest: REST): Promise<Check[]> {
  try {
    const me = named(await rest.get(Routes.user("@me")));
    const token: Check = { what: "Discord token", ok: true, detail: `accepted for ${me.username}` };
    return [token, serversCheck(await rest.get(Routes.userGuilds()), me.id)];
  } catch (error) {
    return [failedCheck(error)];
  }
}

function serversCheck(servers: unknown, application: string): Check {
  const count = Array.isArray(servers) ? servers.length : 0;
  const what = "Discord servers";
  if (count > 0)
    return { what, ok: true, detail: count === 1 ? "sitrep is in 1 server" : `sitrep is in ${count} servers` };
  const scope = `${OAuth2Scopes.Bot}+${OAuth2Scopes.ApplicationsCommands}`;
  const invitation = `https://discord.com/oauth2/authorize?client_id=${application}&scope=${scope}&permissions=${NEEDED}`;
  return { what, ok: false, detail: "sitrep is in no server yet", next: `Open ${invitation} and choose a server.` };
}

function failedCheck(error: unknown): Check {
  const what = "Discord token";
  if (error instanceof DiscordAPIError && error.status === 401) {
    const next = "Copy it again from Developer Portal → your application → Bot, and set DISCORD_TOKEN.";
    return { what, ok: false, detail: "Discord does not accept it", next };
  }
  const detail = error instanceof Error ? error.message : "no answer";
  return {
    what,
    ok: false,
    detail: `Discord cannot be asked: ${detail}`,
    next: "Check the network and DISCORD_API_URL.",
  };
}

function named(user: unknown): { id: string; username: string } {
  const isUser = typeof user === "object" && user !== null && "id" in user && "username" in user;
  return isUser ? { id: String(user.id), username: String(user.username) } : { id: "", username: "an unknown user" };
}
