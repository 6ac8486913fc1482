// Every task of the models, each alone in a process of its own with the real listener, done in a browser: in Chinese by thumb with each of
// its first choices, in English by the keyboard alone. What is missing or wrong is said at its field, no word is in the other language, and
// the engine takes what was filled in.
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { ANSWERS, byKeyboard, byThumb } from "./fill.mjs";
import { firstChoices, modelTasks, stock } from "./model-tasks.mjs";
import { running } from "./running.mjs";

const PERSON = "zhanlanlu-zhang";
// A word of the other language, and what the viewer shows in place of an expression that fails.
const HAN = /\p{Script=Han}|⚠/u;
const LATIN = /[A-Za-z]{3,}|⚠/;
// Its lists name what other fields chose, which filling in each field by itself doesn't meet; EveryFormTest of the workers answers it.
const NAMES_OTHER_FIELDS = "ChooseThemes";
const TASKS = modelTasks().filter((task) => task.id !== NAMES_OTHER_FIELDS);

describe("every form", { concurrency: VIEWS.length }, () => {
  let program;
  let browser;
  let caseId;

  running(["demo", "--stay"], (...both) => ([program, browser] = both));
  before(async () => {
    const form = new FormData();
    for (const task of TASKS) {
      form.append("resources", new Blob([task.alone]), `alone-${task.id}.bpmn`);
    }
    for (const [name, schema] of new Map(TASKS.map((task) => [task.formId, task.form]))) {
      form.append("resources", new Blob([JSON.stringify(schema)]), `${name}.form`);
    }
    await answer(await fetch(new URL("/v2/deployments", program.rest), { method: "POST", body: form }));
    caseId = JSON.parse((await engine("/v2/variables/search", { filter: { name: "caseId" } })).items[0].value);
  });
  // Another case, for what is linked to one.
  before(async () => {
    const opened = await answer(await fetch(`${program.api}/api/cases`, {
      method: "POST",
      headers: { "X-API-Key": program.apiKey, "Content-Type": "application/json" },
      body: JSON.stringify({
        externalId: "linked", channel: "phone", kind: "complaint", categoryCode: "010204", title: "路灯不亮", content: "路灯不亮",
        place: { districtCode: "110102", streetCode: "110102009" }, resident: { name: "王样例", phone: "13800000102" },
      }),
    }));
    ANSWERS["reply.linkedCase"] = opened.number;
  });

  async function answer(response) {
    assert.ok(response.ok, `${response.url}: ${response.status} ${response.ok ? "" : await response.text()}`);
    return response.status === 204 ? null : response.json();
  }

  async function engine(path, body) {
    return answer(await fetch(new URL(path, program.rest), {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
    }));
  }

  // Starts each process so often, and gives its tasks to the person.
  async function open(view) {
    const wanted = TASKS.flatMap((task) => (view.hasTouch ? firstChoices(task.form) : [0]).map((choice) => ({ task, choice })));
    const instances = await Promise.all(wanted.map(({ task }) => engine("/v2/process-instances", {
      processDefinitionId: `alone-${task.id}`, variables: stock(caseId, view.hasTouch ? "zh" : "en"),
    })));
    const found = new Map();
    for (let attempt = 0; attempt < 300; attempt++) {
      const { items } = await engine("/v2/user-tasks/search", { filter: { state: "CREATED" }, page: { limit: 500 } });
      items.forEach((item) => found.set(item.processInstanceKey, item.userTaskKey));
      const keys = instances.map((one) => found.get(one.processInstanceKey));
      if (keys.every(Boolean)) {
        await Promise.all(keys.map((key) => engine(`/v2/user-tasks/${key}/assignment`, { assignee: PERSON })));
        return wanted.map((one, i) => ({ ...one, key: keys[i] }));
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("not every task was opened");
  }

  async function pageOf(view) {
    const who = await visitor(browser, view, program.console);
    await signIn(who, PERSON, program.passwordOf(PERSON));
    return who;
  }

  const shown = (page) => page.locator("task-form").evaluate((form) => [
    form.innerText, ...[...form.querySelectorAll("[placeholder], [title], [aria-label]")].map(
      (one) => `${one.title} ${one.placeholder ?? ""} ${one.getAttribute("aria-label") ?? ""}`),
  ].join("\n").replace(/Powered by bpmn.io|(yyyy|mm|dd|hh)\b/g, "").replace(/PT?\d+[HD]/g, ""));

  for (const view of VIEWS) {
    it(`takes what is filled in, and says what is missing, ${view.name}`, async () => {
      const tasks = await open(view);
      const who = await pageOf(view);
      const { page } = who;
      for (const { task, choice, key } of tasks) {
        const what = `${task.id} ${choice}`;
        await page.goto(`/tasks/${key}`);
        await page.waitForSelector("task-form[ready]");
        await page.locator("main form[data-task-form] button.govuk-button").press("Enter");
        if (task.asks) {
          await page.waitForSelector(".fjs-form-field-error");
        }
        if (page.url().endsWith("/done")) {
          assert.ok(!task.asks, what);
          continue;
        }
        assert.doesNotMatch(await shown(page), view.hasTouch ? LATIN : HAN, what);
        await (view.hasTouch ? byThumb(page, task.form, choice) : byKeyboard(page, task.form));
        assert.doesNotMatch(await shown(page), view.hasTouch ? LATIN : HAN, what);
        if (view.hasTouch && choice === 0) {
          await look(who, `form-${task.id}`);
        }
        await page.locator("main form[data-task-form] button.govuk-button").press("Enter");
        await page.waitForURL("**/done", { timeout: 30_000 }).catch(async () => {
          throw new Error(`${what}: ${await page.locator("main").innerText()}`);
        });
      }
      await who.close();
    });
  }
});
