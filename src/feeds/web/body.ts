import { promisify } from "node:util";
import {
  brotliDecompress,
  brotliDecompressSync,
  gunzip,
  gunzipSync,
  inflate,
  inflateSync,
  zstdDecompress,
  zstdDecompressSync,
} from "node:zlib";

/** An answer that is larger than allowed on the wire. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** A compression that was not offered. */
export class UnknownCoding extends Error {
  override readonly name = "UnknownCoding";
}

export type BodyLimits = { readonly wireBytes: number; readonly decodedBytes: number };

type Options = { readonly maxOutputLength: number; readonly chunkSize: number };
type Decoder = {
  /** In a thread of the runtime's own. */
  readonly beside: (bytes: Buffer, options: Options) => Promise<Buffer>;
  readonly atOnce: (bytes: Buffer, options: Options) => Buffer;
};

const GZIP: Decoder = { beside: promisify(gunzip), atOnce: gunzipSync };
const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: GZIP,
  "x-gzip": GZIP,
  deflate: { beside: promisify(inflate), atOnce: inflateSync },
  br: { beside: promisify(brotliDecompress), atOnce: brotliDecompressSync },
  zstd: { beside: promisify(zstdDecompress), atOnce: zstdDecompressSync },
};

/** Up to here it is cheaper to unpack at once, within a millisecond, than to have it done in another thread. */
const SMALL_BYTES = 100_000;
/** Feeds get about five times smaller: most are unpacked in one piece. */
const USUAL_RATIO = 6;
const PIECE = { min: 16_384, max: 1_048_576 };

/** Names of no compression at all, which servers write there, too. */
const AS_IT_IS = /^(?:|identity|none|binary|[78]bit|utf-?8|us-ascii|iso-8859-\d+|windows-\d+)$/;

function decodersOf(coding: string): Decoder[] {
  const names = coding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  // Applied in the order named, so taken off in the opposite one.
  return names.reverse().flatMap((name) => {
    if (AS_IT_IS.test(name)) return [];
    const decoder = DECODERS[name];
    if (decoder === undefined) throw new UnknownCoding();
    return [decoder];
  });
}

function unpack(bytes: Buffer, { beside, atOnce }: Decoder, maxOutputLength: number): Buffer | Promise<Buffer> {
  const chunkSize = Math.min(Math.max(bytes.length * USUAL_RATIO, PIECE.min), PIECE.max);
  const options = { maxOutputLength, chunkSize };
  return bytes.length > SMALL_BYTES ? beside(bytes, options) : atOnce(bytes, options);
}

/** What gzip packed says so in its first bytes, which are better believed than a header. */
function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * A body as it was before compression, in memory that it shares with nothing of the client's; also a packed file that is
 * sent as such. A bomb never unfolds: decompression stops with `ERR_BUFFER_TOO_LARGE` where the limit is reached.
 */
export async function unpacked(body: Buffer, coding: string, limit: number): Promise<Buffer> {
  let bytes = body;
  for (const decode of decodersOf(coding))
    if (decode === GZIP ? isGzip(bytes) : bytes.length > 0) bytes = await unpack(bytes, decode, limit);
  if (isGzip(bytes)) return unpack(bytes, GZIP, limit);
  return bytes === body ? Buffer.from(body) : bytes;
}
