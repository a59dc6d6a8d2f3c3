import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, zstdDecompress } from "node:zlib";

/** An answer that is larger than allowed on the wire. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** A compression that was not offered. */
export class UnknownCoding extends Error {
  override readonly name = "UnknownCoding";
}

export type BodyLimits = { readonly wireBytes: number; readonly decodedBytes: number };

type Decoder = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
};

function decodersOf(coding: string): Decoder[] {
  const names = coding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  // Applied in the order named, so taken off in the opposite one.
  return names.reverse().flatMap((name) => {
    if (name === "" || name === "identity") return [];
    const decoder = DECODERS[name];
    if (decoder === undefined) throw new UnknownCoding();
    return [decoder];
  });
}

/** All bytes of a stream, which ends as soon as there are too many. */
async function collect(body: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > limit) throw new TooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Reads a body to its end, decompressed. An endless body ends at the limit, and a bomb never unfolds: decompression
 * stops with `ERR_BUFFER_TOO_LARGE` where the limit is reached.
 */
export async function readBody(body: Readable, coding: string, limits: BodyLimits): Promise<Buffer> {
  let bytes = await collect(body, limits.wireBytes);
  for (const decode of decodersOf(coding))
    if (bytes.length > 0) bytes = await decode(bytes, { maxOutputLength: limits.decodedBytes });
  return bytes;
}
