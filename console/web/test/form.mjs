// Fills in a task's form as a person does: by labels.
const FIELD = ".fjs-form-field";

function field(page, label) {
  return page.locator(FIELD).filter({ has: page.locator("label", { hasText: label }) }).last();
}

export async function ready(page) {
  await page.waitForSelector("task-form[ready]");
}

export async function type(page, label, text) {
  await page.locator("task-form").getByLabel(label).last().fill(text);
}

export async function pick(page, label, option) {
  const group = field(page, label);
  await group.getByLabel(option, { exact: true }).check();
}

export async function tick(page, label) {
  await page.locator("task-form").getByLabel(label).check();
}

export async function choose(page, label, option) {
  const group = field(page, label);
  await group.locator(".fjs-input-group").click();
  await group.locator(".fjs-dropdownlist-item", { hasText: option }).first().click();
}

export async function tag(page, label, options) {
  const group = field(page, label);
  for (const option of options) {
    await group.locator(".fjs-taglist-input").fill(option);
    await group.locator(".fjs-dropdownlist-item", { hasText: option }).first().click();
  }
  await page.keyboard.press("Escape");
}

export async function send(page) {
  await page.click("main form[data-task-form] button.govuk-button");
}
