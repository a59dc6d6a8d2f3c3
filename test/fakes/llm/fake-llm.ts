import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

type Asked = {
  readonly authorization: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  /** What the model was given to reword. */
  readonly sentences: readonly string[];
};

/** How the model answers one call. */
export type Behaviour =
  | { readonly kind: "says"; says(sentences: readonly string[]): unknown }
  | { readonly kind: "raw"; readonly body: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "stall" }
  | { readonly kind: "drop" };

/** The model repeats the headline and the first sentence. */
export const HONEST: Behaviour = {
  kind: "says",
  says: ([headline = "", body = ""]) => ({ headline, sentences: [body.split(/(?<=\.)\s/)[0]] }),
};

/** An OpenAI-compatible endpoint on loopback that behaves as it is told: each call takes the next behaviour, the last one stays. */
export async function startFakeLlm(...behaviours: Behaviour[]) {
  const asked: Asked[] = [];
  const next = [...behaviours];
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as { messages: { content: string }[] } & Record<string, unknown>;
    const given = JSON.parse(body.messages.at(-1)?.content ?? "{}") as { sentences: string[] };
    const { authorization = "" } = request.headers;
    asked.push({ authorization, path: request.url ?? "", body, sentences: given.sentences });
    const how = next.length > 1 ? next.shift() : next[0];
    switch (how?.kind) {
      case "stall":
        return;
      case "drop":
        response.destroy();
        return;
      case "status":
        response.writeHead(how.status).end("{}");
        return;
      case "redirect":
        response.writeHead(302, { location: how.to }).end();
        return;
      case "raw":
        response.end(how.body);
        return;
      case "says": {
        const content = JSON.stringify(how.says(given.sentences));
        response.end(JSON.stringify({ choices: [{ message: { role: "assistant", content } }] }));
      }
    }
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
