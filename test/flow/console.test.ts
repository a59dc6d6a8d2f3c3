import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TALKS } from "./reports.ts";
import { startWorld, type World } from "./world.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined)
  console.warn(
    "\n*** THE BROWSER TEST OF THE CONSOLE WAS SKIPPED: no chromium on this machine (apt-get install chromium) ***\n",
  );

const LAUNCH = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const REPORT = {
  guid: "shelling-1",
  title: "Shelling kills 14 in <b>Syldavian</b> border town",
  text:
    "Bordurian artillery shelling killed 14 people in the Syldavian town of Klow on 1 March 2026, officials said.\n" +
    "Foreign Minister Anna Kray said, “We will not leave this attack on our citizens without an answer.”\n" +
    "Hostile <script>alert(1)</script> text stays text.",
};

describe.skipIf(CHROMIUM === undefined)("the console in a browser", () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    world = await startWorld();
    browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: LAUNCH });
    page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await page.goto(world.app().address);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.stop();
  });

  test("a story arrives by itself and its title is plain text", async () => {
    await page.getByRole("heading", { name: "# border" }).waitFor();
    await world.report("Herald", REPORT);
    const card = page.locator("#cards .card");
    await card.waitFor();
    expect(await card.count()).toBe(1);
    expect(await card.locator("h3").innerText()).toMatch(/(INFO|ALERT|URGENT|FLASH)/);
    expect(await page.locator("#cards script, #cards h3 b").count()).toBe(0);
  });

  test("a second report changes the same card", async () => {
    const id = await page.locator("#cards .card").getAttribute("id");
    await world.report("Courier", { ...REPORT, guid: "c-1", title: "14 dead as Bordurian shells hit Klow" });
    await page.locator("#cards .sources", { hasText: "Courier" }).waitFor();
    expect(await page.locator("#cards .card").count()).toBe(1);
    expect(await page.locator("#cards .card").getAttribute("id")).toBe(id);
  });

  test("a button answers below the story", async () => {
    await page.locator("#cards .card").getByRole("button", { name: "Timeline" }).click();
    await page.locator("#replies .timeline").waitFor();
    expect(await page.locator("#replies").innerText()).toContain("1 Mar 2026");
  });

  test("commands complete with the keyboard alone", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("/quo");
    await page.getByRole("option", { name: /\/quote/ }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("speaker:Kray");
    await page.keyboard.press("Enter");
    await page.locator("#replies blockquote").waitFor();
    expect(await page.locator("#replies").innerText()).toContain("Anna Kray");
  });

  test("the README's picture is taken when it is asked for", async ({ skip }) => {
    if (!process.env["SITREP_PICTURE"]) return skip("set SITREP_PICTURE to the file");
    await world.report("Courier", TALKS);
    await page.locator("#cards .card").nth(1).waitFor();
    await page.setViewportSize({ width: 1100, height: 960 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.locator("#cards").evaluate((cards) => {
      cards.scrollTop = 0;
    });
    await page.screenshot({ path: process.env["SITREP_PICTURE"] });
  });

  test("on a phone nothing is wider than the screen", async () => {
    await page.setViewportSize({ width: 375, height: 740 });
    const overflow = await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test("the page works without script", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(world.app().address);
    await plain.locator("#line").fill("/help");
    await plain.getByRole("button", { name: "Ask" }).click();
    expect(await plain.locator("#replies").innerText()).toContain("/timeline");
    await context.close();
  });

  test("nothing breaks the strict content policy", () => {
    expect(problems).toEqual([]);
  });
});

describe("the console over HTTP", () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${world.app().address}${path}`, { headers, redirect: "manual" });

  test("a form without the page's token is refused", async () => {
    const body = new URLSearchParams({ line: "/help", token: "guess" });
    const response = await fetch(`${world.app().address}/c/border/command`, { method: "POST", body });
    expect(response.status).toBe(403);
  });

  test("the policy allows nothing from elsewhere and no inline script", async () => {
    const policy = (await get("/c/border")).headers.get("content-security-policy");
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain("unsafe");
  });

  test("health, readiness and metrics answer", async () => {
    expect(await (await get("/healthz")).text()).toBe("ok");
    expect((await get("/readyz")).status).toBe(200);
    expect(await (await get("/metrics")).text()).toContain("deliveries_total");
  });

  test("every card is there as JSON, too", async () => {
    expect(await (await get("/c/border/cards.json")).json()).toEqual([]);
  });
});
