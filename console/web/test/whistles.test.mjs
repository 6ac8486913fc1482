// A sub-district blows a whistle without a case, sees who comes, and calls one unit more; the city looks on.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { running } from "./running.mjs";

describe("whistles", () => {
  let program;
  let browser;
  running(["demo", "--stay"], (...both) => ([program, browser] = both));

  for (const view of VIEWS) {
    it(`blows, calls one unit more and watches, ${view.name}`, async () => {
      const reason = `燃气泄漏需要联合处置 ${view.name}`;
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      const city = await visitor(browser, view, program.console);
      await signIn(city, "supervisor-zhao", program.passwordOf("supervisor-zhao"));
      await city.page.goto("/whistles");
      await signIn(who, "zhanlanlu-zhang", program.passwordOf("zhanlanlu-zhang"));
      await page.goto("/whistles?kind=keyWork");
      await look(who, "whistles-empty");
      await page.goto("/whistles");
      await page.click("main a[href='/whistles/new']");
      await page.click("#known button.govuk-button");
      await look(who, "whistles-new-refused");

      await page.check("#kind-emergency");
      await page.fill("#place", "车公庄大街 9 号门前");
      await page.fill("#reason", reason);
      await page.fill("#words", "消防");
      await page.press("#words", "Tab");
      await page.check("#known input[value='fire']");
      await page.waitForSelector("#outlook input[name=foreseen]", { state: "attached" });
      await look(who, "whistles-new");
      await page.click("#known button.govuk-button");
      await page.waitForURL(/\/whistles\/W/);
      await look(who, "whistles-blown");

      // both pages hear of it, long before they would look by themselves
      await page.waitForSelector("#whistle table");
      await city.page.waitForSelector(`article:has-text("${reason}") .called__unit`);
      assert.equal(await city.page.locator("main a[href='/whistles/new']").count(), 0);
      await look(city, "whistles-city");
      await city.close();
      await page.click("main a[href$='/units']");
      await page.fill("#words", "城市管理");
      await page.press("#words", "Enter");
      await page.check("input[value='urban-management']");
      await look(who, "whistles-add");
      await page.click("main form[method=post] button.govuk-button");
      await page.waitForSelector(".notice");
      await page.goto("/whistles");
      assert.match(await page.textContent("main"), new RegExp(reason));
      await look(who, "whistles");

      await page.goto("/cases");
      await page.click("main tbody a");
      await page.click("details.why summary");
      await look(who, "case-why");
      const supervisor = await visitor(browser, view, program.console);
      await signIn(supervisor, "supervisor-zhao", program.passwordOf("supervisor-zhao"));
      await supervisor.page.goto(`/supervision/cases/${page.url().split("/").pop()}/urge`);
      await supervisor.page.fill("#reason", `请抓紧办理 ${view.name}`);
      await supervisor.page.click("main button.govuk-button");
      await page.waitForSelector(`.line:has-text("请抓紧办理 ${view.name}")`);
      assert.equal(await page.locator("details.why[open]").count(), 1, "what was opened stays open");
      await supervisor.close();
      await who.close();
    });
  }
});
