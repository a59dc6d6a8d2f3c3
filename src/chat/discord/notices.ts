import { type Guild, type GuildBasedChannel, PermissionFlagsBits } from "discord.js";
import { type Card, card, plain } from "../../model/card.ts";

const TO_POST = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages, PermissionFlagsBits.EmbedLinks];

/** The system channel when sitrep may write there, else the channel that Discord's own notices to managers go to. */
export function noticeChannel(guild: Guild | undefined): GuildBasedChannel | undefined {
  const me = guild?.members.me;
  if (guild === undefined || !me) return undefined;
  return [guild.systemChannel, guild.publicUpdatesChannel]
    .filter((channel) => channel !== null)
    .find((channel) => channel.permissionsFor(me).has(TO_POST));
}

/** What a server sees when sitrep was added. */
export const WELCOME: Card = card({
  kind: "help",
  title: "sitrep is ready",
  lead: plain("Crisis news with sources, quotes and dates that can be checked. To begin:"),
  rows: [
    { text: plain("Go to the channel that should get alerts.") },
    { text: plain("Run /subscribe there and choose a crisis and a level.") },
    { text: plain("Run /latest to see what is going on now, and /help for the rest.") },
  ],
  actions: [
    { label: "Latest", command: "latest", options: {} },
    { label: "Help", command: "help", options: {} },
  ],
});
