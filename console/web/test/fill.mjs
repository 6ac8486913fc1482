// Fills in any task's form with what its fields take: by thumb, or by the keyboard alone.
import assert from "node:assert/strict";

const WORDS = { zh: "已经办理", en: "It was done" };
// What a field takes that takes no words, by its key.
export const ANSWERS = {};
const TABS_MAX = 120;

// By thumb. The form's first radio takes its nth choice; what comes by a choice is filled in after it.
export async function byThumb(page, form, choice) {
  const done = new Set();
  for (;;) {
    const at = (await fields(page)).find((field) => !done.has(field.at));
    if (!at) {
      return;
    }
    const field = componentOf(form, at.id);
    const first = ![...done].some((one) => one.startsWith("radio"));
    done.add(at.at);
    if (field && !field.readonly) {
      await tap(page, page.locator(`[data-at="${at.at}"]`), field, field.type === "radio" && first ? choice : rowOf(at.at));
      if (field.type === "radio") {
        done.add(`radio ${at.at}`);
      }
    }
  }
}

// Each row takes another choice: some lists take none twice.
function rowOf(at) {
  return Number(at.match(/_(\d+)$/)?.[1] ?? 0);
}

async function tap(page, box, field, choice) {
  if (field.type === "radio" || field.type === "checkbox") {
    return box.locator("label[for]").nth(field.type === "radio" ? choice : 0).tap();
  }
  if (field.type === "select" || field.type === "taglist") {
    await box.locator(field.type === "select" ? ".fjs-input-group" : "input").tap();
    await box.locator(".fjs-dropdownlist-item").nth(choice).tap();
    return page.keyboard.press("Escape");
  }
  if (field.type === "datetime") {
    if (field.properties?.check) {
      await moment(box, await day(page, field, -30));
      await said(box, words(field.properties.wrong));
    }
    return moment(box, await day(page, field, 1));
  }
  const input = box.locator("input, textarea").first();
  if (field.type === "number" && field.validate?.max) {
    await input.fill(String(field.validate.max + 1));
    await input.blur();
    await said(box, `应不大于 ${field.validate.max}`);
  }
  return input.fill(text(field, "zh"));
}

async function moment(box, day) {
  await box.locator("input[id]").first().fill(day);
  if ((await box.locator("input[id]").count()) === 1) {
    return box.locator("input[id]").first().blur();
  }
  await box.locator("input[id]").nth(1).fill("10:00");
  return box.locator("input[id]").nth(1).blur();
}

// A sentence, or the first words of one that FEEL makes.
function words(wrong) {
  return wrong.startsWith("=") ? wrong.match(/"([^"]+)"/)[1] : wrong;
}

// What is wrong stands at the field.
function said(box, sentence) {
  return box.locator(".fjs-form-field-error", { hasText: sentence }).waitFor();
}

// By the keyboard, from the page's title to the button that sends.
export async function byKeyboard(page, form) {
  const done = new Set();
  await page.evaluate(() => {
    const title = document.querySelector("main h1");
    title.tabIndex = -1;
    title.focus();
  });
  for (let i = 0; i < TABS_MAX; i++) {
    await page.keyboard.press("Tab");
    await fields(page);
    const at = await page.evaluate(() => {
      const field = document.activeElement.closest("[data-at]");
      const inputs = field ? [...field.querySelectorAll("input, textarea")] : [];
      return { ...field?.dataset, part: inputs.indexOf(document.activeElement), send: document.activeElement.matches("[data-task-form] .do button") };
    });
    if (at.send) {
      return;
    }
    const field = componentOf(form, at.id);
    if (field && !field.readonly && at.part >= 0 && !done.has(`${at.at} ${at.part}`)) {
      done.add(`${at.at} ${at.part}`);
      await press(page, field, at.part, rowOf(at.at));
    }
  }
  assert.fail("the button that sends is not reached by the keyboard");
}

async function press(page, field, part, row) {
  if (field.type === "radio" || field.type === "checkbox") {
    return page.keyboard.press("Space");
  }
  if (field.type === "datetime") {
    await page.keyboard.press("ControlOrMeta+a");
    return page.keyboard.insertText(part === 0 ? await day(page, field, 1) : "10:00");
  }
  if (field.type !== "select" && field.type !== "taglist") {
    await page.keyboard.press("ControlOrMeta+a");
    return page.keyboard.insertText(text(field, "en"));
  }
  for (let i = 0; i < row; i++) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  return page.keyboard.press("Escape");
}

// The fields as they stand on the page, each marked with its component's id and, in rows, its row.
function fields(page) {
  return page.locator("task-form").evaluate((form) =>
    [...form.querySelectorAll(".fjs-form-field")].flatMap((box) => {
      const input = box.querySelector("input[id], textarea[id]");
      if (!input || box.querySelector(".fjs-form-field")) {
        return [];
      }
      const [, id, row] = input.id.match(/^fjs-form-\w+?-([A-Za-z0-9]+)((?:_\d+)*)/);
      box.dataset.id = id;
      box.dataset.at = id + row;
      return [{ id, at: id + row }];
    }));
}

function componentOf(form, id) {
  const all = (components) => components.flatMap((one) => [one, ...all(one.components ?? [])]);
  return all(form.components).find((one) => one.id === id);
}

function text(field, language) {
  if (field.type === "number") {
    return String(field.validate?.min ?? 1);
  }
  return ANSWERS[field.key] ?? WORDS[language];
}

// A day as the browser writes it: so many days ahead, or past where the field's own rule wants that.
function day(page, field, days) {
  const past = /value\) <= now\(\)/.test(field.properties?.check ?? "");
  const at = Date.now() + (past ? -days : days) * 24 * 3600e3;
  return page.evaluate((time) => new Intl.DateTimeFormat("default", { timeZone: "Asia/Shanghai" }).format(time), at);
}
