// A month's theme: policy staff begin it, choose problems, units and tasks with numbers, and review it.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { VIEWS, look } from "./browser.mjs";
import { nextMonth, pin } from "./city.mjs";
import { running } from "./running.mjs";
import { as as staffAs, openTask, sent, steps, until } from "./staff.mjs";

const [PHONE] = VIEWS;
// Of the months that can be begun the first for one view, and the other for the other.
const NAMES = { "zh-390": "冬季供暖", "en-1440": "Trees and light" };
const UNIT = "国网北京市电力公司";

describe("themes", () => {
  let program;
  let browser;
  const months = {};
  const step = steps();
  const as = (id, view, work) => staffAs({ program, browser }, id, view, work);

  running(["demo", "--stay", "--testing"], (...both) => ([program, browser] = both));

  for (const view of VIEWS) {
    step(`begins a month, ${view.name}`, () =>
      as("policy-wang", view, async (who, page) => {
        await page.goto("/themes");
        if (view === PHONE) {
          await look(who, "themes-empty");
        }
        await page.click("main form.narrow button.govuk-button");
        await page.locator("#reason-problem").waitFor();
        await look(who, "themes-refused");
        months[view.name] = await page.locator("#month option").nth(view === PHONE ? 0 : -1).getAttribute("value");
        await page.selectOption("#month", months[view.name]);
        await page.fill("#reason", "今冬诉求集中");
        await page.click("main form.narrow button.govuk-button");
        await until(page, `tbody a[href='/themes/${months[view.name]}']`);
        await look(who, "themes-choosing");
        await page.click(`tbody a[href='/themes/${months[view.name]}']`);
        await look(who, "theme-choosing");
      }));

    step(`chooses problems, units and tasks with numbers, ${view.name}`, () =>
      as("policy-wang", view, async (who, page) => {
        await openTask(page, "ChooseThemes");
        await page.locator("task-form input[type=radio]").first().check();
        await at(page, "ChoiceName").fill(NAMES[view.name]);
        await at(page, "ChooseNote").fill("比往年同期增长明显");
        for (const [row, problem, category] of [[0, "居民家中温度不达标", "室温不达标"], [1, "供热管线老化", "停水、水压不足"]]) {
          await at(page, `What_${row}`).fill(problem);
          await pickFrom(page, `CategoryCode_${row}`, category);
        }
        await pickFrom(page, "ChoiceLead", "城市管理委员会");
        await at(page, "ChoiceCoUnits").fill(UNIT);
        await page.locator(".fjs-dropdownlist-item", { hasText: UNIT }).first().click();
        await page.keyboard.press("Escape");
        await at(page, "WhatToDo_0").fill("入户测温");
        await pickFrom(page, "ResponsibleUnit_0", UNIT);
        await at(page, "Target_0").fill("120");
        await at(page, "Measure_0").fill("户");
        await at(page, "Due_0").fill(await tomorrow(page));
        await at(page, "Due_0").blur();
        await look(who, "theme-choose");
        await sent(page);
        await page.goto(`/themes/${months[view.name]}`);
        await until(page, "main ol li");
        assert.match(await page.textContent("main"), new RegExp(`${NAMES[view.name]}[\\s\\S]*120`));
        await look(who, "theme");
      }));
  }

  step("is reviewed once its time is over", async () => {
    await pin(program, nextMonth(28, 9) + 90 * 24 * 3600e3);
    for (const [i, view] of VIEWS.entries()) {
      await as("policy-wang", view, async (who, page) => {
        await openTask(page, "ReviewTheme");
        await page.locator("task-form input[type=radio]").nth(1 + i).check();
        await page.locator("task-form textarea").last().fill("测温完成不足一半");
        await look(who, "theme-review");
        await sent(page);
        await page.goto("/themes");
        await until(page, `tbody tr:has(.state--over):nth-of-type(1), tbody tr:nth-of-type(1)`);
        await page.goto(`/themes/${months[view.name]}`);
        await until(page, "main .note");
        await look(who, "theme-reviewed");
      });
    }
  });

  // A component's input by its id in the form, in rows with the row's number.
  function at(page, id) {
    return page.locator(`task-form [id^='fjs-form'][id$='-${id}'], task-form [id^='fjs-form'][id*='-${id}-']`).first();
  }

  async function pickFrom(page, id, option) {
    const box = page.locator(".fjs-form-field").filter({ has: page.locator(`[id$='-${id}']`) }).last();
    await box.locator(".fjs-input-group").click();
    await page.keyboard.type(option);
    await box.locator(".fjs-dropdownlist-item", { hasText: option }).first().click();
  }

  const tomorrow = (page) =>
    page.evaluate((time) => new Intl.DateTimeFormat("default", { timeZone: "Asia/Shanghai" }).format(time), Date.now() + 2 * 24 * 3600e3);
});
