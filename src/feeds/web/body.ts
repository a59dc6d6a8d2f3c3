import { type Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";

/** An answer that is larger than allowed, on the wire or after decompression. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** A compression that was not offered. */
export class UnknownCoding extends Error {
  override readonly name = "UnknownCoding";
}

export type BodyLimits = { readonly wireBytes: number; readonly decodedBytes: number };

const DECODERS: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** Passes bytes on until there are too many. */
function counter(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) done(new TooLarge());
      else done(null, chunk);
    },
  });
}

function decodersOf(coding: string): Transform[] {
  const names = coding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  // Applied in the order named, so taken off in the opposite one.
  return names.reverse().flatMap((name) => {
    if (name === "" || name === "identity") return [];
    const decoder = DECODERS[name];
    if (decoder === undefined) throw new UnknownCoding();
    return [decoder()];
  });
}

/** Reads a body to its end, decompressed. Counts while it streams: a bomb never unfolds, an endless body ends. */
export async function readBody(
  body: Readable,
  coding: string,
  options: BodyLimits & { readonly signal: AbortSignal },
): Promise<Buffer> {
  const { wireBytes, decodedBytes, signal } = options;
  const chunks: Buffer[] = [];
  const collect = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await pipeline([body, counter(wireBytes), ...decodersOf(coding), counter(decodedBytes), collect], { signal });
  return Buffer.concat(chunks);
}
