// npm run pictures: the scenes as they look in the article's case, to docs/pages, in both languages.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser, signIn, visitor } from "./browser.mjs";
import { drawn } from "./drawn.mjs";
import { startProgram } from "./program.mjs";
import { LANGUAGES, SCENES } from "./scenes.mjs";

const PAGES = join(dirname(fileURLToPath(import.meta.url)), "../../../docs/pages");

const PATIENCE = 120_000; // nothing is held against a clock here

async function draw(program, browser) {
  mkdirSync(PAGES, { recursive: true });
  for (const scene of SCENES) {
    for (const { suffix, locale } of LANGUAGES) {
      const view = { name: suffix, locale, viewport: scene.viewport };
      const who = await visitor(browser, view, program.console);
      who.page.setDefaultTimeout(PATIENCE);
      await signIn(who, scene.who, program.passwordOf(scene.who));
      await scene.open(who.page, program);
      writeFileSync(join(PAGES, `${scene.name}-${suffix}.svg`), await drawn(who.page, scene.height));
      await who.close();
    }
  }
}

const [program, browser] = await Promise.all([startProgram("demo", "--stay"), openBrowser()]);
try {
  await draw(program, browser);
} finally {
  await browser.close();
  await program.stop();
}
