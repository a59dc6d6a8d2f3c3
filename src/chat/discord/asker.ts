import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  PermissionFlagsBits,
} from "discord.js";
import type { Asker } from "../chat.ts";

/** What sitrep answers to. */
export type Asked = ChatInputCommandInteraction | AutocompleteInteraction | MessageComponentInteraction;

/** Who asks and where, as Discord signed it; undefined outside of servers. Computed anew each time, because roles change. */
export function askerOf(asked: Asked, managerRoles: readonly string[]): Asker | undefined {
  if (asked.guildId === null || asked.channelId === null) return undefined;
  const mayManage = asked.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
  return {
    at: { platform: "discord", server: asked.guildId, channel: asked.channelId },
    user: asked.user.id,
    isManager: mayManage || rolesOf(asked).some((role) => managerRoles.includes(role)),
  };
}

function rolesOf({ member }: Asked): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}
