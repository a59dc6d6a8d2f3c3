import type { Readable, Writable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

const LINE_FEED = 10;
const DECODED_AT_ONCE = 1_000_000;

type Line = { readonly id?: unknown } & Record<string, unknown>;

function parseLine(text: string): Line | { readonly error: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (value === null || typeof value !== "object" || Array.isArray(value))
      return { error: "the line is not an object" };
    return value as Line;
  } catch {
    return { error: "the line is not JSON" };
  }
}

async function write(output: Writable, value: unknown): Promise<void> {
  if (!output.write(`${JSON.stringify(value)}\n`)) await new Promise((resolve) => output.once("drain", resolve));
}

/** The lines of a stream. Usual ones are decoded in one go, very long ones by and by, so that they are held once. */
async function* textLines(input: Readable): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let pieces: Buffer[] = [];
  let bytes = 0;
  let line = "";
  const decode = () => {
    line += decoder.write(Buffer.concat(pieces));
    pieces = [];
    bytes = 0;
  };
  for await (const chunk of input) {
    const read: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    let from = 0;
    for (let end = read.indexOf(LINE_FEED); end >= 0; end = read.indexOf(LINE_FEED, from)) {
      pieces.push(read.subarray(from, end));
      decode();
      const whole = line;
      line = "";
      yield whole;
      from = end + 1;
    }
    pieces.push(read.subarray(from));
    bytes += read.length - from;
    if (bytes > DECODED_AT_ONCE) decode();
  }
  decode();
  yield line + decoder.end();
}

/** Reads JSON Lines to the end; unreadable ones come as `error`. */
export async function* readLines(input: Readable): AsyncGenerator<{ line: Line } | { error: string }> {
  for await (const text of textLines(input)) {
    if (!text.trim()) continue;
    const line = parseLine(text);
    yield "error" in line && typeof line.error === "string" && Object.keys(line).length === 1
      ? { error: line.error }
      : { line: line as Line };
  }
}

/** Writes values as JSON Lines, waiting whenever the reader is slower. */
export async function writeLines(output: Writable, values: Iterable<unknown>): Promise<void> {
  for (const value of values) await write(output, value);
}

/**
 * One line out for each line in, in order. A line that cannot be read, or whose answer fails, gives
 * `{id?, error}` and the run goes on. Gives the number of such lines.
 */
export async function mapLines(
  io: { readonly input: Readable; readonly output: Writable },
  answer: (line: Line) => unknown | Promise<unknown>,
): Promise<number> {
  let failed = 0;
  for await (const read of readLines(io.input)) {
    if ("error" in read) {
      failed++;
      await write(io.output, { error: read.error });
      continue;
    }
    const { id } = read.line;
    try {
      await write(io.output, await answer(read.line));
    } catch (error) {
      failed++;
      const message = error instanceof Error ? error.message : String(error);
      await write(io.output, { ...(id === undefined ? {} : { id }), error: message });
    }
  }
  return failed;
}
