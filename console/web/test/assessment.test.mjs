// A month's figures: units ask that cases be left out, the centre decides, checks and publishes; units appeal, others decide, and it is final.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, describe } from "node:test";
import { VIEWS, look } from "./browser.mjs";
import { monthOf, nextMonth, pin, settledCase } from "./city.mjs";
import { running } from "./running.mjs";
import { as as staffAs, openTask, sent, steps, until } from "./staff.mjs";

const [PHONE, DESK] = VIEWS;
const PLACES = {
  a: { districtCode: "110102", streetCode: "110102009" },
  b: { districtCode: "110102", streetCode: "110102001" },
  c: { districtCode: "110101", streetCode: "110101003" },
};
const MONTH = monthOf(nextMonth(5, 10));
describe("a month's assessment", () => {
  let program;
  let browser;
  const numbers = {};
  const step = steps();
  const as = (id, view, work) => staffAs({ program, browser }, id, view, work);

  running(["demo", "--stay", "--testing"], (...both) => ([program, browser] = both));
  before(async () => {
    await pin(program, nextMonth(5, 10));
    const cases = {
      a: [{}, { satisfied: "not" }, { settled: "not", satisfied: "not" }, { settled: "partly", satisfied: "basically" }, {}],
      b: [{}, { settled: "not", satisfied: "not" }],
      c: [{}, { satisfied: "basically" }],
    };
    await Promise.all(Object.entries(cases).map(([street, answers]) => haveSettled(street, answers)));
  });

  for (const view of VIEWS) {
    step(`says that there is nothing yet, and what would be there, ${view.name}`, () =>
      as("zhanlanlu-zhang", view, async (who, page) => {
        for (const path of ["/ranking", "/exclusions", "/appeals"]) {
          await page.goto(path);
          await page.locator("main .empty").first().waitFor();
          await look(who, `${path.slice(1)}-empty`);
        }
      }));
  }

  for (const view of VIEWS) {
    step(`asks that a case be left out, ${view.name}`, () =>
      as("zhanlanlu-zhang", view, async (who, page) => {
        await page.goto("/exclusions");
        await page.click("main a[href='/exclusions/new']");
        await page.click("main form.narrow button.govuk-button");
        await page.locator("#ground-problem").waitFor();
        await look(who, "exclusions-new-refused");
        const number = view === PHONE ? numbers.a1 : numbers.a2;
        await page.fill("#number", number);
        await page.selectOption("#ground", "heldUpLawfully");
        await page.fill("#evidence", `园林部门认定书一份 ${view.name}`);
        await look(who, "exclusions-new");
        await page.click("main form.narrow button.govuk-button");
        await page.waitForURL(`**/exclusions?month=${MONTH}`);
        await page.locator("tbody tr", { hasText: view.name }).waitFor();
        await look(who, "exclusions-asked");
      }));

    step(`decides on it as the centre, ${view.name}`, () =>
      as("supervisor-zhao", view, async (who, page) => {
        await openTask(page, "DecideExclusion");
        await look(who, "exclusion-decide");
        await decide(page, view === PHONE ? 0 : 1, `认定书属实 ${view.name}`);
        await sent(page);
        await page.goto(`/exclusions?month=${MONTH}&state=${view === PHONE ? "granted" : "refused"}`);
        await until(page, `tbody tr:has-text("${view.name}")`);
        await look(who, "exclusions");
      }));
  }

  step("computes the month once it is over, and shows a unit its own draft", async () => {
    await pin(program, nextMonth(19, 20));
    await as("zhanlanlu-zhang", PHONE, async (who, page) => {
      await page.goto("/ranking");
      await until(page, "main tbody tr");
      assert.equal(await page.locator("main tbody tr").count(), 1, "no other unit's");
      await look(who, "ranking-draft");
    });
  });

  step("checks and publishes it", () =>
    as("supervisor-zhao", DESK, async (who, page) => {
      await openTask(page, "CheckRates");
      await look(who, "ranking-check");
      await decide(page, 0, "核对无误");
      await sent(page);
      await page.goto("/ranking");
      await until(page, "main .state:not(.state--over)");
    }));

  for (const view of VIEWS) {
    step(`reads the ranking and opens its numbers, ${view.name}`, () =>
      as("zhanlanlu-wang", view, async (who, page) => {
        await page.goto("/ranking");
        assert.equal(await page.locator("main table tbody tr").count(), 3, "the sub-districts that had cases");
        await page.locator("details.why", { hasText: "什刹海街道" }).locator("summary").click();
        await page.locator("details.why").last().locator("summary").click();
        await look(who, "ranking");
        await page.locator("tbody tr", { hasText: "展览路街道" }).locator("a[href*='figure=valid']").click();
        assert.equal(await page.locator("tbody tr").count(), view === PHONE ? 4 : 3, "what was left out isn't there, by request or by appeal");
        await look(who, "ranking-cases");
        await page.locator(`tbody th a[href='/cases/${numbers.a5}']`).click();
        await page.waitForURL(`**/cases/${numbers.a5}`);
        await page.goto(`/ranking/${MONTH}?group=trade`);
        await look(who, "ranking-trades");
        await page.locator("tbody a[href*='/trades/']").first().click();
        await look(who, "ranking-trade");
        await page.goto(`/ranking/${MONTH}/whistles`);
        await look(who, "ranking-whistles");
        await page.goto(`/ranking/${MONTH}/versions`);
        await look(who, "ranking-versions-first");
      }));

    step(`takes the lists away, ${view.name}`, () =>
      as("auditor-chen", view, async (who, page) => {
        const lists = [
          `/ranking/${MONTH}`, `/ranking/${MONTH}?group=trade`, `/ranking/${MONTH}/whistles`, `/ranking/${MONTH}/versions`,
          `/ranking/${MONTH}/trades/parks`, `/ranking/${MONTH}/cases?group=street&unit=110102009&figure=valid`, `/exclusions?month=${MONTH}`,
        ];
        for (const path of lists) {
          await page.goto(path);
          const csv = await taken(page, ".csv");
          assert.match(csv.toString("utf8"), /^\ufeff.+\r?\n.+/, path);
          assert.equal((await taken(page, ".xlsx")).subarray(0, 2).toString(), "PK", path);
        }
      }));

    step(`appeals, and has somebody else decide, ${view.name}`, async () => {
      const number = view === PHONE ? numbers.a3 : numbers.a4;
      await as("zhanlanlu-zhang", view, async (who, page) => {
        await page.goto(`/appeals?month=${MONTH}`);
        await page.click("main a[href='/appeals/new']");
        await page.fill("#number", number);
        await page.selectOption("#ground", "shouldBeExcluded");
        await page.fill("#evidence", `诉求人撤诉说明 ${view.name}`);
        await look(who, "appeals-new");
        await page.click("main form.narrow button.govuk-button");
        await page.waitForURL(`**/appeals?month=${MONTH}`);
        await look(who, "appeals-asked");
      });
      await as("supervisor-zhao", view, async (who, page) => {
        await page.goto("/tasks?kind=DecideAppeal");
        assert.equal(await page.locator(".work__what a").count(), 0, "who checked the figures doesn't decide");
      });
      await as("lead-qian", view, async (who, page) => {
        await openTask(page, "DecideAppeal");
        await look(who, "appeal-decide");
        await decide(page, view === PHONE ? 0 : 1, `材料齐全 ${view.name}`);
        await sent(page);
        await page.goto(`/appeals?month=${MONTH}&state=${view === PHONE ? "granted" : "refused"}`);
        await until(page, `tbody tr:has-text("${view.name}")`);
        await look(who, "appeals");
        await page.goto(`/ranking/${MONTH}/versions`);
        await until(page, "main h2:nth-of-type(2)");
        await look(who, "ranking-versions");
      });
    });
  }

  step("is final once the time for appeals is over, and takes no more", async () => {
    await pin(program, nextMonth(31, 10));
    for (const view of VIEWS) {
      await as("zhanlanlu-wang", view, async (who, page) => {
        await page.goto(`/appeals?month=${MONTH}`);
        await until(page, "main .note");
        assert.equal(await page.locator("main a[href='/appeals/new']").count(), 0);
        await page.goto(`/ranking/${MONTH}`);
        await until(page, "main .state:not(.state--over)");
        await look(who, "ranking-final");
        await page.goto(`/appeals/new?number=${numbers.a5}`);
        await page.selectOption("#ground", "answerWrong");
        await page.fill("#evidence", "晚了一步");
        await page.click("main form.narrow button.govuk-button");
        await page.locator("#number-problem").waitFor();
        await look(who, "appeals-over");
      });
    }
  });

  // One after the other; the first of street a is a1.
  async function haveSettled(street, answers) {
    for (const [i, answer] of answers.entries()) {
      const id = `${street}${i + 1}`;
      numbers[id] = await settledCase(program, { title: `树木修剪 ${id}`, ...PLACES[street], ...answer });
    }
  }

  // These forms ask for one of two answers and why.
  async function decide(page, answer, why) {
    await page.locator("task-form input[type=radio]").nth(answer).check();
    await page.locator("task-form textarea").fill(why);
  }

  async function taken(page, ending) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.click(`main a[href*="${ending}"]`)]);
    return readFileSync(await file.path());
  }
});
