import { DefaultRestOptions, type RESTOptions } from "discord.js";

/**
 * Sends requests as discord.js does, but a form as the bytes it makes. Another copy of undici in the same process (ours)
 * puts its dispatcher in the place of the one that discord.js brings, and that refuses foreign forms.
 */
export const sendRequest: RESTOptions["makeRequest"] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const type = form.headers.get("content-type") ?? "multipart/form-data";
  const headers = { ...Object.fromEntries(new Headers(headersOf(init.headers))), "content-type": type };
  return DefaultRestOptions.makeRequest(url, { ...init, headers, body: new Uint8Array(await form.arrayBuffer()) });
};

/** discord.js gives a plain record. */
function headersOf(headers: unknown): Record<string, string> {
  if (typeof headers !== "object" || headers === null) return {};
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
