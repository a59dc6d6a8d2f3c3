import { readFileSync } from "node:fs";

/** The page's own files, by name. */
export const ASSETS: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  "console.css": { type: "text/css; charset=utf-8", body: asset("console.css") },
  "icon.svg": { type: "image/svg+xml", body: asset("icon.svg") },
  "console.js": { type: "text/javascript; charset=utf-8", body: asset("console.js") },
};

function asset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), "utf8");
}
