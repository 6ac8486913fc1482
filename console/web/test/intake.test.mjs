// An agent takes a call: by the keyboard alone, with a refusal, an emergency overruled, and without script.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { running } from "./running.mjs";

const AGENT = "hotline-li";
const SAID = "（０１０）６５１２１２３４转８０１，或者 13800001111";

describe("intake", () => {
  let program;
  let browser;
  running(["demo", "--stay"], (...both) => ([program, browser] = both));

  async function agent(view) {
    const who = await visitor(browser, view, program.console);
    await signIn(who, AGENT, program.passwordOf(AGENT));
    return who;
  }

  // What is known comes by itself, and the keyboard's place isn't lost.
  async function typed(page, text) {
    const known = page.waitForResponse((answer) => answer.url().endsWith("/intake/check"));
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
    await known;
  }

  for (const view of VIEWS) {
    it(`opens a case by the keyboard alone, ${view.name}`, async () => {
      const who = await agent(view);
      const { page } = who;
      await page.goto("/intake");
      await look(who, "intake");
      assert.equal(await page.evaluate(() => document.activeElement.id), "where");

      await typed(page, "展览路街道");
      await typed(page, "百万庄大街 1 号楼");
      await typed(page, "供电 遗留");
      await page.locator("#category-010204").waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), "kind");
      await page.keyboard.press("Tab");
      await typed(page, `楼道没有电 ${view.name}`);
      await typed(page, "昨天起楼道没有电，配电室多年没有移交。");
      await typed(page, "李某某");
      await typed(page, SAID);
      await page.getByText("13800001111").first().waitFor();

      await page.focus("#category-010204");
      const known = page.waitForResponse((answer) => answer.url().endsWith("/intake/check"));
      await page.keyboard.press("Space");
      await known;
      await page.locator("#outlook strong", { hasText: "展览路街道" }).waitFor();
      assert.equal(await page.evaluate(() => document.activeElement.id), "category-010204");
      await look(who, "intake-known");

      await page.locator("#known .do button").focus();
      await page.keyboard.press("Enter");
      await page.locator(".tell").waitFor();
      await look(who, "intake-opened");
      assert.ok(!page.url().includes("?"));
      await page.keyboard.press("Enter");
      await page.waitForURL("**/intake?");
      assert.equal(await page.inputValue("#phone"), "");
      await who.close();
    });

    it(`says what is wrong at its field, and what an emergency needs, ${view.name}`, async () => {
      const who = await agent(view);
      const { page } = who;
      await page.goto("/intake");
      await page.fill("#phone", SAID);
      await page.locator("#known .do button").click();
      await page.locator(".govuk-error-summary").waitFor();
      await look(who, "intake-refused");
      assert.equal(await page.inputValue("#phone"), SAID);

      await page.fill("#where", "西城区");
      await page.fill("#title", "楼里有烟");
      await page.fill("#content", "楼里有烟味");
      await page.fill("#words", "火情");
      await page.locator("#words").blur();
      await page.check("#category-900102");
      await page.locator(".known__urgent").waitFor();
      await look(who, "intake-emergency");
      await page.check("#emergency-yes");
      await page.locator("#outlook", { hasText: "119" }).waitFor();
      await page.check("#emergency-no");
      await page.locator("#outlook", { hasNotText: "119" }).waitFor();
      await page.locator("#known .do button").click();
      await page.locator(".tell").waitFor();
      await who.close();
    });
  }

  it("works without script", async () => {
    const who = await agent({ ...VIEWS[0], javaScriptEnabled: true });
    const context = await browser.newContext({
      baseURL: program.console, javaScriptEnabled: false, viewport: VIEWS[0].viewport, storageState: await who.page.context().storageState(),
    });
    const page = await context.newPage();
    await page.goto("/intake");
    await page.fill("#where", "展览路街道");
    await page.fill("#words", "供电 遗留");
    await page.fill("#title", "楼道没有电，没有脚本");
    await page.fill("#content", "昨天起楼道没有电");
    await page.keyboard.press("Tab");
    await page.locator("button[formaction]").click();
    await page.check("#category-010204");
    await page.locator("button[formaction]").click();
    await page.locator("#outlook strong", { hasText: "展览路街道" }).waitFor();
    await page.locator("#known .do button").click();
    assert.equal(await page.locator(".tell").count(), 1);
    await context.close();
    await who.close();
  });
});
