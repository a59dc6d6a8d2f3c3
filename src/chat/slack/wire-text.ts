/**
 * What a person typed, from what Slack sends: channels come as `<#C1|name>`, people as `<@U1|name>`, links as
 * `<url|label>`, and three characters escaped. Channels become `#C1`, people their id, links their address.
 */
export function typedText(wire: string): string {
  return wire
    .replace(/<(#)?@?([^<>|]*)(?:\|[^<>]*)?>/g, (_, channel = "", meant: string) => `${channel}${meant}`)
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
