// The article's case, from the owner's decision to the callback, by the people who do it, in their browsers.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look } from "./browser.mjs";
import { choose, pick, ready, send, tag, tick, type } from "./form.mjs";
import { running } from "./running.mjs";
import { openTask, sent, as as staffAs, steps } from "./staff.mjs";

const [PHONE, DESK] = VIEWS;
const UNITS = {
  "xicheng-sasac-duty": "西城区国资委",
  "xicheng-power-duty": "西城供电所",
  "xidu-estate-duty": "西都地产",
  "tianchuang-estate-duty": "天创地产",
  "huachen-property-duty": "华臣物业",
  "tianchuang-property-duty": "天创物业",
};

describe("the article's case", () => {
  let program;
  let browser;
  const step = steps();

  running(["demo", "--stay"], (...both) => ([program, browser] = both));

  const as = (id, view, work) => staffAs({ program, browser }, id, view, work);

  async function openCase(title) {
    const response = await fetch(`${program.api}/api/cases`, {
      method: "POST",
      headers: { "X-API-Key": program.apiKey, "Content-Type": "application/json" },
      body: JSON.stringify({
        externalId: title, channel: "phone", kind: "complaint", categoryCode: "010204", title, content: title,
        place: { districtCode: "110102", streetCode: "110102009" }, resident: { name: "王样例", phone: "13800000102" },
      }),
    });
    assert.equal(response.status, 201);
  }

  step("keeps what was begun, and says what is missing", () =>
    as("zhanlanlu-zhang", PHONE, async (who, page) => {
      await look(who, "tasks");
      await openTask(page, "HandleCase");
      await look(who, "task");
      await send(page);
      await page.waitForSelector(".fjs-has-errors");
      await look(who, "task-incomplete");
      await pick(page, "怎样办理", "吹哨，请部门报到");
      await type(page, "吹哨事由", "电费遗留纠纷涉及多家单位，街道无法单独解决");
      await page.waitForFunction(() => document.querySelector("[data-saved]").textContent.includes("草稿"));
      await page.reload();
      await ready(page);
      assert.match(await page.locator("task-form").getByLabel("吹哨事由").inputValue(), /电费遗留纠纷/);
      await look(who, "task-draft");
    }));

  step("adds photos beside the form, and keeps the others where one fails", () =>
    as("zhanlanlu-zhang", PHONE, async (who, page) => {
      await openTask(page, "HandleCase");
      const jpeg = await page.evaluate(() => document.createElement("canvas").toDataURL("image/jpeg").split(",")[1]);
      await page.setInputFiles("#photos", [
        { name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no photo") },
        { name: "lamp.jpg", mimeType: "image/jpeg", buffer: Buffer.from(jpeg, "base64") },
      ]);
      await page.click("form[data-photos] button");
      await page.locator("[data-outcomes] li", { hasText: "lamp.jpg: 已添加" }).waitFor();
      assert.match(await page.locator("[data-outcomes]").innerText(), /notes\.jpg: 不是 JPEG/);
      await look(who, "task-photos");
      await page.click("h2 a[href$='/photos']");
      await page.fill("#reason", "核对现场情况");
      await look(who, "photos-closed");
      await page.click("form.narrow .do button");
      await page.waitForFunction(() => document.querySelector(".photos img")?.naturalWidth > 0);
      await look(who, "photos");
    }));

  step("reads without script, and says what needs it", () =>
    as("zhanlanlu-zhang", { ...PHONE, javaScriptEnabled: false }, async (who, page) => {
      await page.goto("/tasks?kind=HandleCase");
      await page.locator(".work__what a").first().click();
      await page.locator("noscript .note").waitFor();
      await page.setInputFiles("#photos", { name: "notes.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no photo") });
      await page.click("form[data-photos] button");
      await page.locator("#outcomes", { hasText: "notes.jpg: 不是 JPEG" }).waitFor();
      await page.goto("/tasks");
      await page.click("#waiting a");
      await page.locator("h1", { hasText: "等待他人" }).waitFor();
    }));

  step("shows new work by itself", () =>
    as("zhanlanlu-wang", PHONE, async (who, page) => {
      await page.goto("/tasks");
      const before = await page.locator(".work li").count();
      await openCase("小区门口路灯三天不亮");
      for (let attempt = 0; attempt < 20 && (await page.locator(".work li").count()) === before; attempt++) {
        await page.waitForTimeout(500);
        await page.evaluate(() => document.querySelector("#work").dispatchEvent(new Event("renew")));
      }
      assert.equal(await page.locator(".work li").count(), before + 1);
      assert.deepEqual(who.errors, []);
    }));

  step("blows the whistle", () =>
    as("zhanlanlu-zhang", PHONE, async (who, page) => {
      await openTask(page, "HandleCase");
      await choose(page, "哨类", "群众诉求");
      await type(page, "报到地点", "展览路街道42号楼、46号楼");
      await tag(page, "请哪些单位报到", Object.values(UNITS));
      await look(who, "task-whistle");
      await sent(page);
      await look(who, "task-done");
    }));

  step("shows what was handed on as waiting for others", () =>
    as("zhanlanlu-zhang", DESK, async (who, page) => {
      await page.goto("/tasks");
      await page.locator("#waiting li", { hasText: "Approve whistle" }).waitFor();
      await look(who, "tasks-waiting");
    }));

  step("approves it", () =>
    as("zhanlanlu-wang", DESK, async (who, page) => {
      await openTask(page, "ApproveWhistle");
      await look(who, "task-approve");
      await page.locator("task-form input[type=radio]").first().check();
      await sent(page);
    }));

  for (const id of Object.keys(UNITS)) {
    step(`signs and comes: ${id}`, () =>
      as(id, PHONE, async (who, page) => {
        await openTask(page, "SignSummons");
        await sent(page);
        await openTask(page, "ReportOnSite");
        await type(page, "到场地点", "展览路街道42号楼");
        await choose(page, "带队人员", "科室负责人");
        await type(page, "到场人数", "2");
        await sent(page);
      }));
  }

  step("shows everybody on one page", () =>
    as("zhanlanlu-wang", DESK, async (who, page) => {
      await page.goto("/cases");
      await look(who, "cases");
      await page.locator("tbody a", { hasText: "46号楼" }).click();
      const called = await page.locator("section table", { hasText: "On site" }).innerText();
      Object.values(UNITS).forEach((unit) => assert.match(called, new RegExp(unit)));
      await page.click("details.why summary");
      await look(who, "case");
    }));

  step("holds the meeting", () =>
    as("zhanlanlu-zhang", PHONE, async (who, page) => {
      await openTask(page, "HoldMeeting");
      await tag(page, "到会单位", Object.values(UNITS));
      await type(page, "议定事项", "搁置争议，平稳过渡");
      await look(who, "task-meeting");
      await sent(page);
    }));

  step("does the parts", async () => {
    for (const id of Object.keys(UNITS)) {
      await as(id, PHONE, async (who, page) => {
        await openTask(page, "DoPart");
        await page.locator("task-form input[type=radio]").first().check();
        await sent(page);
      });
    }
  });

  step("releases the units, settles the case and replies", () =>
    as("zhanlanlu-zhang", PHONE, async (who, page) => {
      await openTask(page, "ReleaseUnits");
      await tick(page, "事项已经办完，可以解除");
      await sent(page);
      await openTask(page, "HandleCase");
      await pick(page, "怎样办理", "已办结，答复诉求人");
      await sent(page);
      await openTask(page, "ReplyResident");
      await page.locator("task-form input[type=radio]").first().check();
      await type(page, "答复内容", "供电已恢复正常，争议另行处理。");
      await sent(page);
    }));

  step("calls the resident back", () =>
    as("hotline-li", DESK, async (who, page) => {
      await openTask(page, "CallResident");
      await look(who, "task-call");
      const radios = page.locator("task-form .fjs-form-field-radio");
      await radios.nth(0).locator("input").first().check();
      for (let i = 1; i < 4; i++) {
        await radios.nth(i).locator("input").first().check();
      }
      await sent(page);
      await page.locator("a[href^='/cases/']").click();
      for (let attempt = 0; attempt < 20 && !(await page.locator(".state--over").count()); attempt++) {
        await page.waitForTimeout(500);
        await page.reload();
      }
      await look(who, "case-closed");
      assert.match(await page.textContent(".state"), /closed/);
    }));
});
