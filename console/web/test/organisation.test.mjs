// Who answers for what: duties are looked up, changed by a file that an administrator brings, and the audit says who signed in and did so.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { running } from "./running.mjs";
import { as as staffAs, until } from "./staff.mjs";

const PASSWORD = "correct horse battery";
const HEAD = "area,category,level,duty,taker,from,to,source";
const STREET = "110102009";
// Each view changes the duty of another category.
const CHANGED = { "zh-390": "010204", "en-1440": "130101" };

describe("the organisation", () => {
  let program;
  let browser;
  running(["demo", "--stay"], (...both) => ([program, browser] = both));
  const as = (id, view, work) => staffAs({ program, browser }, id, view, work);

  it("gives its first administrator a password", async () => {
    const who = await visitor(browser, VIEWS[0], program.console);
    await who.page.goto(program.firstSignIn);
    await who.page.fill("input[name=password]", PASSWORD);
    await who.page.fill("input[name=again]", PASSWORD);
    await who.page.click("main button.govuk-button");
    await who.page.waitForURL("**/sign-in");
    await who.close();
  });

  for (const view of VIEWS) {
    it(`says what a sub-district owns, helps with, and may not be given, ${view.name}`, () =>
      as("dispatcher-sun", view, async (who, page) => {
        await page.goto("/duties");
        await look(who, "duties-empty");
        await page.selectOption("#street", STREET);
        await page.fill("#words", "没有这样的类别");
        await page.press("#words", "Enter");
        await page.locator("main .empty").waitFor();
        await look(who, "duties-none");
        await page.fill("#words", "0302");
        await page.press("#words", "Enter");
        await page.locator("tbody tr").first().waitFor();
        assert.equal(await page.inputValue("#street"), STREET, "the sub-district stays chosen");
        await look(who, "duties");
      }));

    it(`changes a duty by a file, after a look at what becomes of it, ${view.name}`, async () => {
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "admin", PASSWORD);
      await page.goto("/organisation");
      await look(who, "organisation");
      await bring(page, `${HEAD}\n${STREET},${CHANGED[view.name]},*,mayNot,nobody,someday,,测试\n`);
      await until(page, "#file tbody tr");
      await look(who, "organisation-wrong");
      await page.goto("/organisation");
      await bring(page, `${HEAD}\n${STREET},${CHANGED[view.name]},*,mayNot,housing,2026-01-01,,区里 2026 年履职清单\n`);
      await until(page, "#file form button");
      await look(who, "organisation-preview");
      await page.click("#file form button");
      await until(page, "#file [role=status] strong");
      await look(who, "organisation-imported");
      await page.goto(`/duties?street=${STREET}&words=${CHANGED[view.name]}`);
      assert.match(await page.textContent("tbody tr"), /住房和城乡建设委员会/);
      await look(who, "duties-changed");
      await who.close();
    });

    it(`tells who signed in, and who brought the file, ${view.name}`, () =>
      as("auditor-chen", view, async (who, page) => {
        await page.goto("/audit?who=admin");
        await page.locator("tbody tr").first().waitFor();
        await look(who, "audit");
        await page.click(".filter a[href*='signIns']");
        await page.locator("tbody tr").first().waitFor();
        await look(who, "audit-sign-ins");
        await page.goto("/audit?kind=signIns&who=nobody-at-all");
        await page.locator("main .empty").waitFor();
        await look(who, "audit-sign-ins-empty");
      }));
  }

  async function bring(page, csv) {
    await page.selectOption("#kind", "duties");
    await page.setInputFiles("input[type=file]", { name: "duties.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
    await page.click("main form.narrow button.govuk-button");
    await page.waitForURL("**/organisation/files/*");
  }
});
