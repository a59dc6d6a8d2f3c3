import type { Upload } from "./world.ts";

type Json = Record<string, unknown>;

/** A body as it came, its files apart: `problems` are what Discord would refuse about them. */
export type Received = {
  readonly body: unknown;
  readonly files: readonly Upload[];
  readonly problems: readonly string[];
};

/** https://docs.discord.com/developers/reference#uploading-files */
const MOST_FILES = 10;
const MOST_BYTES = 10 * 1024 * 1024;
const DESCRIPTION = 1_024;
const NAME = /^[\w.-]+\.\w+$/;

/** Where the message stands in a body: a callback wraps it. */
function messageOf(body: Json): Json {
  const inner = body["data"];
  return typeof inner === "object" && inner !== null ? (inner as Json) : body;
}

function problemsOf(files: readonly Upload[], announced: readonly Json[]): string[] {
  const ids = announced.map((one) => String(one["id"]));
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return [
    ...(files.length > MOST_FILES ? [`${files.length} files`] : []),
    ...(size > MOST_BYTES ? [`files of ${size} bytes`] : []),
    ...files.filter(({ bytes }) => bytes.length === 0).map(({ name }) => `the file ${name} is empty`),
    ...files.filter(({ name }) => !NAME.test(name)).map(({ name }) => `"${name}" is no name that Discord keeps`),
    ...files.filter(({ description = "" }) => description.length > DESCRIPTION).map(({ name }) => `${name}: long alt`),
    ...ids.filter((id) => !files.some((file) => file.id === id)).map((id) => `attachments names no file ${id}`),
  ];
}

/** Reads a JSON body, or a form with `payload_json` and `files[n]`, whose `attachments` describe the files by n. */
export async function received(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Received> {
  const none = { files: [], problems: [] };
  if (bytes.length === 0) return { body: undefined, ...none };
  if (!type.startsWith("multipart/form-data")) return { body: JSON.parse(new TextDecoder().decode(bytes)), ...none };
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
  const body = JSON.parse(String(form.get("payload_json")));
  const list = messageOf(body)["attachments"];
  const announced: Json[] = Array.isArray(list) ? list : [];
  const files: Upload[] = [];
  const unknown: string[] = [];
  for (const [name, value] of form) {
    if (typeof value === "string") continue;
    const id = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (id === undefined) unknown.push(`the part ${name} is not known`);
    const description = announced.find((one) => String(one["id"]) === id)?.["description"];
    files.push({
      id: id ?? name,
      name: value.name,
      bytes: await value.bytes(),
      ...(typeof description === "string" ? { description } : {}),
    });
  }
  return { body, files, problems: [...unknown, ...problemsOf(files, announced)] };
}

/** The body with its files where the fake keeps a message's parts. */
export function withFiles(body: unknown, files: readonly Upload[]): Json {
  const given = (body ?? {}) as Json;
  if (files.length === 0) return given;
  return messageOf(given) === given ? { ...given, files } : { ...given, data: { ...messageOf(given), files } };
}
