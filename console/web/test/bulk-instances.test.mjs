// A supervisor moves instances that stand at one step, and lets them go on by the next version and back again, many at once.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { deployNextVersion } from "./next-version.mjs";
import { running } from "./running.mjs";

const TASK = /element=(SignCase|ContactResident|HandleCase|AnswerCase)/u;

describe("many instances", () => {
  let program;
  let browser;
  running(["demo", "--stay"], (...both) => ([program, browser] = both));

  for (const view of VIEWS) {
    it(`moves those that are ticked and says what is true then, ${view.name}`, async () => {
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "supervisor-zhao", program.passwordOf("supervisor-zhao"));
      const step = await openCrowded(page, 1);
      const shown = await page.$eval(".shell__nav [aria-current]", (entry) => entry.getBoundingClientRect().toJSON());
      assert.ok(shown.left >= 0 && shown.right <= view.viewport.width, "the navigation shows where one is");
      await look(who, "bulk-instances");
      await page.click("main form.bulk button >> nth=0");
      await page.waitForSelector(".notice");
      await look(who, "bulk-instances-none");

      await page.check("main tbody input[type=checkbox] >> nth=0");
      await page.selectOption("#action", "move");
      await page.click("main form.bulk button >> nth=0");
      await page.waitForURL("**/supervision/bulk/*");
      await look(who, "bulk-move");
      await page.selectOption("#to", step);
      await page.click("main form[action$='/to'] button");
      await page.waitForSelector("#reason");
      await page.click("main form:not([action$='/to']) button.govuk-button");
      await look(who, "bulk-move-refused");
      await page.fill("#reason", "步骤重新开始");
      await page.click("main form:not([action$='/to']) button.govuk-button");
      await page.waitForSelector(".outcome--done");
      await page.reload();
      await look(who, "bulk-move-done");
      await who.close();
    });
  }

  // each way once: the demonstration has one case at such a step
  for (const [view, from, to, line] of [[VIEWS[0], 1, 2, /第1版改为第2版/u], [VIEWS[1], 2, 1, /from version 2 to version 1/u]]) {
    it(`lets them go on by version ${to}, ${view.name}`, async () => {
      if (to === 2) {
        await deployNextVersion(program.rest);
      }
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "supervisor-zhao", program.passwordOf("supervisor-zhao"));
      await openCrowded(page, from);
      await page.check("main tbody input[type=checkbox] >> nth=0");
      await page.selectOption("#action", "migrate");
      await page.click(view === VIEWS[0] ? "main form.bulk button >> nth=0" : "main form.bulk button[name=all]");
      await page.waitForURL("**/supervision/bulk/*");
      await look(who, "bulk-migrate");
      await page.click("main form[action$='/to'] button");
      await page.waitForSelector("#reason");
      await look(who, "bulk-migrate-preview");
      await page.fill("#reason", "新版更正了名称");
      await page.click("main form:not([action$='/to']) button.govuk-button");
      await page.waitForSelector(".outcome--done");
      await page.waitForSelector("progress", { state: "detached" });
      await page.reload();
      assert.equal(await page.locator(`main p a[href*='version=${to}']`).count(), 1, "what goes by the other version opens");
      await look(who, "bulk-migrated");
      await page.click("main tbody th a");
      const number = await page.textContent("main p > a.num");
      await page.goto(`/cases/${number}`);
      assert.match(await page.textContent("main"), line);
      await look(who, "case-migrated");
      await who.close();
    });
  }

  // The list of the task at which most instances of the version stand; its step.
  async function openCrowded(page, version) {
    await page.goto(`/supervision/processes/complaint-case?version=${version}`);
    const links = await page.$$eval("main tbody td a[href*='element=']:not(.bad)", (all) =>
      all.map((one) => ({ href: one.getAttribute("href"), count: Number(one.textContent) })));
    const [most] = links.filter(({ href }) => TASK.test(href)).sort((a, b) => b.count - a.count);
    await page.goto(most.href);
    return TASK.exec(most.href)[1];
  }
});
