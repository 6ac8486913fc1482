// Policy staff begin a month's theme and choose it, its department works on it, and everybody sees how far it is.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { choose, pick, ready, send, tag, type } from "./form.mjs";
import { running } from "./running.mjs";

const WORDS = {
  "zh-390": {
    chosen: "选定主题", name: "主题名称", problem: "问题", category: "类别", lead: "牵头单位", co: "协同单位", task: "任务", unit: "责任单位",
    target: "目标数", measure: "计量单位", due: "完成日期", why: "说明", progress: "报告进展", reached: "已完成", site: "治理点位",
  },
  "en-1440": {
    chosen: "Choose one", name: "Name of the theme", problem: "Problem", category: "Category", lead: "Department that leads", co: "Units that take part",
    task: "Task", unit: "Unit", target: "Number to reach", measure: "What is counted", due: "Day by which it is reached", why: "Why",
    progress: "How far it is", reached: "Reached", site: "Sites treated",
  },
};

describe("themes", () => {
  let program;
  let browser;
  running(["demo", "--stay"], (...both) => ([program, browser] = both));

  // Each view has a month of its own: this one, and the next.
  for (const [n, view] of VIEWS.entries()) {
    it(`is begun, chosen, worked on and shown, ${view.name}`, async () => {
      const say = WORDS[view.name];
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "policy-wang", password("policy-wang"));
      await page.goto("/themes");
      await look(who, "themes-empty");
      const month = await page.locator("#month option").nth(n === 0 ? 0 : -1).getAttribute("value");
      await page.selectOption("#month", month);
      await page.click("main form[action='/themes'] button");
      await look(who, "themes-no-reason");
      await page.fill("#reason", "按季选题");
      await page.click("main form[action='/themes'] button");
      await page.waitForSelector(".notice");
      await opened(page, `/themes/${month}`);
      await look(who, "theme-proposed");

      await task(page, month);
      await ready(page);
      await pick(page, "", say.chosen);
      await type(page, say.name, "城市家具与照明");
      await rows(page, say);
      await choose(page, say.lead, "城市管理委");
      await tag(page, say.co, ["消防"]);
      await type(page, say.task, "修复路灯");
      await choose(page, say.unit, "城市管理委");
      await type(page, say.target, "120");
      await type(page, say.measure, "盏");
      await dueDay(page, month);
      await type(page, say.why, "诉求集中");
      await look(who, "theme-choose");
      await send(page);
      await page.waitForURL("**/done");
      await until(page, `/themes/${month}`, "修复路灯");
      await look(who, "theme-working");
      await page.click("main details summary");
      assert.ok((await page.locator("main details tbody tr").count()) >= 13);
      await page.goto("/themes");
      await look(who, "themes");
      await who.close();
    });
  }

  async function rows(page, say) {
    for (const [n, [what, category]] of [["路灯不亮", "路灯"], ["护栏损坏", "道路"]].entries()) {
      await page.locator("task-form").getByLabel(say.problem, { exact: false }).nth(n).fill(what);
      const select = page.locator(".fjs-form-field-select").nth(n);
      await select.locator(".fjs-input-group").click();
      await select.locator("input[type=text]").fill(category);
      await select.locator(".fjs-dropdownlist-item").first().click();
    }
  }

  async function dueDay(page, month) {
    const [year, ofYear] = month.split("-").map(Number);
    const day = await page.evaluate(
      (time) => new Intl.DateTimeFormat("default", { timeZone: "Asia/Shanghai" }).format(time), Date.UTC(year, ofYear, 20));
    const box = page.locator(".fjs-form-field-datetime input").first();
    await box.fill(day);
    await box.blur();
  }

  // The engine works on what was asked for; the page is read anew until it is there.
  async function opened(page, path) {
    for (let attempt = 0; attempt < 120; attempt++) {
      if ((await page.goto(path)).ok()) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    assert.fail(`${path} doesn't appear`);
  }

  async function until(page, path, words) {
    for (let attempt = 0; attempt < 120; attempt++) {
      await page.goto(path);
      if ((await page.textContent("main")).includes(words)) {
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    assert.fail(`${path} doesn't show ${words}`);
  }

  async function task(page, month) {
    await until(page, "/tasks", month);
    await page.locator("ul.work li").filter({ hasText: month }).locator("a").first().click();
  }

  function password(id) {
    return program.said.match(new RegExp(`^  ${id} +(\\S+) `, "m"))[1];
  }
});
