// A supervisor sees what waits, urges the unit, gives a task to somebody; a unit sees its figures; an administrator reads who did it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { running } from "./running.mjs";

const PASSWORD = "correct horse battery";

describe("supervision", () => {
  let program;
  let browser;
  running(["demo", "--stay"], (...both) => ([program, browser] = both));

  it("lets the administrator in", async () => {
    const { page, close } = await visitor(browser, VIEWS[0], program.console);
    await page.goto(program.firstSignIn);
    await page.fill("input[name=password]", PASSWORD);
    await page.fill("input[name=again]", PASSWORD);
    await page.click("main button.govuk-button");
    await page.waitForURL("**/sign-in");
    await close();
  });

  for (const view of VIEWS) {
    it(`finds a case, urges its owner and reassigns its task, ${view.name}`, async () => {
      const reason = `多次来电 ${view.name}`;
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "supervisor-zhao", program.passwordOf("supervisor-zhao"));
      await page.goto("/supervision");
      await look(who, "supervision-fine");
      await page.goto("/supervision?stuck=waiting");
      await look(who, "supervision");
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("a[download]")]);
      assert.match(download.suggestedFilename(), /^supervision-.*\.csv$/);

      await page.check("main tbody input[type=checkbox] >> nth=0");
      await renewed(page);
      assert.ok(await page.isChecked("main tbody input[type=checkbox] >> nth=0"), "what is ticked stays ticked when the list renews itself");
      await page.click("text=/^(处理勾选的|Those that are ticked)$/");
      await look(who, "supervision-bulk");
      await page.fill("#reason", reason);
      await page.click("main button.govuk-button");
      await page.waitForSelector(".outcome--done");
      await look(who, "supervision-bulk-done");
      await page.goto("/supervision?stuck=waiting");

      await page.click("main tbody th a");
      await look(who, "supervision-case");
      const [number] = page.url().match(/\d{8}-\d{6}/);
      await page.goto(`/cases/${number}/path`);
      await page.waitForSelector("bpmn-drawing svg .djs-shape");
      await look(who, "case-path");
      await page.goto(`/supervision/cases/${number}`);
      await page.click("main a[href$='/urge']");
      await page.click("main button.govuk-button");
      await look(who, "supervision-urge-refused");
      await page.fill("#reason", reason);
      await page.click("main button.govuk-button");
      await page.waitForSelector(".notice");
      assert.match(await page.textContent("main .line"), new RegExp(reason));
      await look(who, "supervision-urged");

      await page.click("main a[href*='/tasks/']");
      await look(who, "supervision-reassign");
      await page.selectOption("#to", { index: 1 });
      await page.fill("#reason", reason);
      await page.click("main button.govuk-button");
      await page.waitForSelector(".notice");
      await look(who, "supervision-reassigned");
      await who.close();

      const handler = await visitor(browser, view, program.console);
      await signIn(handler, "zhanlanlu-zhang", program.passwordOf("zhanlanlu-zhang"));
      await handler.page.goto("/figures");
      await look(handler, "figures");
      await handler.page.click("details.load summary");
      await look(handler, "figures-load");
      await handler.page.click(".figures a");
      assert.match(await handler.page.textContent("main tbody"), /\d{8}-\d{6}/);
      await look(handler, "figures-cases");
      await handler.close();

      const admin = await visitor(browser, view, program.console);
      await signIn(admin, "admin", PASSWORD);
      await admin.page.goto("/audit?who=supervisor-zhao");
      assert.match(await admin.page.textContent("main table"), new RegExp(reason));
      await look(admin, "audit");
      await admin.page.goto("/audit?kind=looks");
      await look(admin, "audit-looks");
      await admin.page.goto("/audit?from=soon");
      await look(admin, "audit-refused");
      await admin.close();
    });
  }
});

// As it does when the server says that something changed.
async function renewed(page) {
  await page.evaluate(() => new Promise((done) => {
    document.addEventListener("htmx:after:swap", () => done(), { once: true });
    document.querySelector("[data-live]").dispatchEvent(new Event("renew"));
  }));
}
