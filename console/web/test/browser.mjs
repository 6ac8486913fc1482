// What every browser test needs: the page in Chinese at 390 px and in English at 1440 px, watched for errors, looked at by axe.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PICTURES = join(dirname(fileURLToPath(import.meta.url)), "../../target/screenshots");
// Without windows where that is there: the same engine for half the processor's time.
const SHELL = "/usr/bin/chromium-headless-shell";
const CHROMIUM = process.env.WHISTLE_CHROMIUM || (existsSync(SHELL) ? SHELL : "/usr/bin/chromium");
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const VIEWS = [
  { name: "zh-390", locale: "zh-CN", viewport: { width: 390, height: 844 }, hasTouch: true },
  { name: "en-1440", locale: "en-GB", viewport: { width: 1440, height: 900 } },
];

export async function openBrowser() {
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

// A visitor of his own, whose page keeps what went wrong in `errors`; what a test brings about itself, `errors.expected` names.
export async function visitor(browser, view, base) {
  const { name, ...options } = view;
  const context = await browser.newContext({ ...options, baseURL: base, timezoneId: "Asia/Shanghai", reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors = [];
  page.on("console", (message) => message.type() === "error" && !expected(message) && !errors.expected?.test(message.text()) && errors.push(`${message.text()} ${message.location().url}`));
  page.on("pageerror", (error) => errors.push(String(error)));
  return { page, errors, view: name, close: () => context.close() };
}

// A form that was refused and a page that is not there are told to the console, too.
function expected(message) {
  return /status of (403|404|409|410|422)/.test(message.text());
}

export async function signIn({ page }, name, password) {
  await page.goto("/sign-in");
  await page.fill("input[name=name]", name);
  await page.fill("input[name=password]", password);
  await page.click("main button.govuk-button");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

// Looks at the page as it stands: axe has nothing to say, it isn't wider than the screen, a picture is kept.
export async function look({ page, errors, view }, name) {
  mkdirSync(PICTURES, { recursive: true });
  await page.evaluate(() => window.scrollTo(0, 0)); // what stays on top covers nothing there
  await page.screenshot({ path: join(PICTURES, `${name}-${view}.png`), fullPage: true });
  // the page's policy lets no foreign script in, so axe comes by the debugger
  await page.evaluate(`(() => { ${AXE} })()`);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  assert.deepEqual(
    violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).slice(0, 3).join(" ")}`), [], `axe on ${name} ${view}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0, `${name} ${view} is wider than the screen by ${wide} px`);
  assert.deepEqual([...errors], [], `errors on ${name} ${view}`);
}
