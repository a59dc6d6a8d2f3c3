import { z } from "zod";
import type { Secret } from "../../lib/secret.ts";
import type { Rewriter, Rewritten } from "../rewriter.ts";
import { PROMPT_VERSION, requestBody } from "./prompt.ts";

/** Where an OpenAI-compatible endpoint is: LLM_BASE_URL such as http://127.0.0.1:11434/v1. */
export type OpenAiOptions = {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey?: Secret;
  /** For one attempt; default 8 s. */
  readonly timeoutMs?: number;
};

const TIMEOUT_MS = 8_000;
/** An answer is a few hundred words. */
const MOST_BYTES = 64 * 1024;

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});
const wordingSchema = z.object({ headline: z.string(), sentences: z.array(z.string()) });

type Attempt = Rewritten | { readonly kind: "again"; readonly reason: string };

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error("the answer is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Some servers put JSON in a code fence although they were asked not to. */
function withoutFence(content: string): string {
  return content.trim().replace(/^```(?:json)?\s*|\s*```$/g, "");
}

function readWording(body: string): Rewritten {
  try {
    const [choice] = completionSchema.parse(JSON.parse(body)).choices;
    const wording = wordingSchema.parse(JSON.parse(withoutFence(choice?.message.content ?? "")));
    return { kind: "rewritten", wording };
  } catch {
    return { kind: "failed", reason: "the answer is not the JSON that was asked for" };
  }
}

/** One call. A server's fault or a lost connection may be tried again; a refusal may not. */
async function attempt(options: OpenAiOptions, body: object, signal: AbortSignal): Promise<Attempt> {
  const { apiKey, baseUrl, timeoutMs = TIMEOUT_MS } = options;
  try {
    const response = await fetch(`${baseUrl.replace(/\/+$/, "")}/chat/completions`, {
      method: "POST",
      // The key must not follow to another address.
      redirect: "error",
      headers: {
        "content-type": "application/json",
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey.reveal()}` }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    const text = await readBody(response);
    if (response.ok) return readWording(text);
    const reason = `status ${response.status}`;
    return response.status >= 500 ? { kind: "again", reason } : { kind: "failed", reason };
  } catch (error) {
    // The message of a failed fetch names no header; a cause may hold the address.
    return { kind: "again", reason: error instanceof Error ? error.message : "no answer" };
  }
}

/** A language model behind any OpenAI-compatible endpoint: one call, and one more when the server is at fault. */
export function createOpenAiRewriter(options: OpenAiOptions): Rewriter {
  return {
    version: `${options.model}/${PROMPT_VERSION}`,
    rewrite: async (facts, sentences, signal) => {
      const body = requestBody(options.model, facts, sentences);
      const first = await attempt(options, body, signal);
      if (first.kind !== "again" || signal.aborted) return failedIfAgain(first);
      return failedIfAgain(await attempt(options, body, signal));
    },
  };
}

function failedIfAgain(tried: Attempt): Rewritten {
  return tried.kind === "again" ? { kind: "failed", reason: tried.reason } : tried;
}
