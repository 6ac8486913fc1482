// A supervisor looks at a process with its counts and times, at one instance, changes a variable of it, ends it, and lets another go on by the next version.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { startHindered } from "./hindered.mjs";
import { deployNextVersion } from "./next-version.mjs";
import { running } from "./running.mjs";

describe("processes", () => {
  let program;
  let browser;
  running(["demo", "--stay"], (...both) => ([program, browser] = both));

  for (const view of VIEWS) {
    it(`lets a case go on by the next version, ${view.name}`, async () => {
      if (view === VIEWS[0]) {
        await deployNextVersion(program.rest);
      }
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "supervisor-zhao", program.passwordOf("supervisor-zhao"));
      await page.goto("/supervision/processes/complaint-case/instances?version=1");
      await page.click("main tbody th a");
      await drawn(page);
      await page.click("main a[href$='/migrate']");
      await look(who, "instance-migrate");
      await page.selectOption("#version", "2");
      await page.click("main button.govuk-button");
      await page.waitForSelector("#reason");
      await look(who, "instance-migrate-preview");
      if (view === VIEWS.at(-1)) {
        await page.fill("#reason", "新版更正了名称");
        await page.click("main form[method=post] button.govuk-button");
        await page.waitForSelector(".notice");
        assert.equal(await page.locator("main a[href*='version=2']").count(), 1, "it goes by version 2");
        await look(who, "instance-migrated");
      }
      await who.close();
    });
  }

  for (const view of VIEWS) {
    it(`shows a process, an instance and what changes, ${view.name}`, async () => {
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "supervisor-zhao", program.passwordOf("supervisor-zhao"));
      await page.goto("/supervision/processes");
      await look(who, "processes");
      await page.click("main tbody a[href='/supervision/processes/complaint-case']");
      await drawn(page);
      assert.ok((await page.locator(".bpmn-drawing__label--running").count()) > 0, "the drawing has counts");
      await look(who, "process");

      await page.click("main tbody td a");
      await look(who, "process-instances");
      await page.click("main tbody th a");
      await drawn(page);
      await page.click(".system summary");
      await look(who, "instance");
      await page.focus(".bpmn-drawing__place");
      await page.keyboard.press("ArrowLeft");

      await page.click("main a[href*='/variables/'] >> text=round");
      await page.fill("#value", "no JSON");
      await page.fill("#reason", "数据有误");
      await page.click("main button.govuk-button");
      await look(who, "variable-refused");
      await page.fill("#value", "1");
      await page.click("main button.govuk-button");
      await look(who, "variable-preview");
      await page.click("main button.govuk-button");
      await page.waitForSelector(".notice");
      await look(who, "variable-changed");

      await page.click("main a[href*='/instances/']");
      await page.click("main a[href$='/cancel']");
      await look(who, "instance-cancel");
      if (view === VIEWS.at(-1)) {
        await page.fill("#reason", "模型有误");
        await page.click("main button.govuk-button");
        await page.waitForSelector(".notice");
        await look(who, "instance-ended");
        await page.goto("/supervision");
        assert.equal(await page.locator("main .cause--nobody").count(), 1);
        await look(who, "supervision-nobody");
      }
      await who.close();
    });
  }

  for (const view of VIEWS) {
    it(`mends what an instance can't get over, ${view.name}`, async () => {
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "supervisor-zhao", program.passwordOf("supervisor-zhao"));
      await page.goto("/supervision/incidents");
      await look(who, "incidents-none");
      await startHindered(program.rest);
      await page.reload();
      await look(who, "incidents");
      await page.click("main tbody td a");
      await page.click("main tbody th a");
      await drawn(page);
      const way = await page.$eval(".djs-connection.is-done .djs-visual path", (line) => getComputedStyle(line).stroke);
      assert.equal(way, "rgb(47, 107, 67)", "the way is marked");
      await look(who, "instance-hindered");

      await page.click("main a[href$='/retry']");
      await page.fill("#reason", "再试一次");
      await page.click("main button.govuk-button");
      await page.waitForSelector("#incidents");
      await page.click("main a[href*='/variables/']");
      await page.fill("#value", "1");
      await page.fill("#reason", "数据有误");
      await page.click("main button.govuk-button");
      await page.click("main button.govuk-button");
      await page.waitForSelector(".notice");
      await page.click("main a[href*='/instances/']");
      await page.click("main a[href$='/retry']");
      await page.fill("#reason", "数据已修正");
      await page.click("main button.govuk-button");
      await page.waitForSelector(".notice");
      assert.equal(await page.locator("#incidents").count(), 0, "nothing hinders it any more");
      await look(who, "instance-mended");
      await who.close();
    });
  }

  // The mark of bpmn.io must be seen whole, and nothing may lie over it.
  async function drawn(page) {
    await page.waitForSelector("bpmn-drawing[ready]");
    const mark = page.locator(".bjs-powered-by");
    await mark.scrollIntoViewIfNeeded();
    const free = await mark.evaluate((link) => {
      const { left, top, width, height } = link.getBoundingClientRect();
      const points = [[1, 1], [width - 1, 1], [1, height - 1], [width - 1, height - 1], [width / 2, height / 2]];
      return width > 0 && points.every(([x, y]) => link.contains(document.elementFromPoint(left + x, top + y)));
    });
    assert.ok(free, "bpmn.io's mark is seen");
  }
});
