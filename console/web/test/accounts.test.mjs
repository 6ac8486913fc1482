// The first administrator chooses a password, signs in, and makes an account, which somebody then uses.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { running } from "./running.mjs";

const PASSWORD = "correct horse battery";

describe("accounts", () => {
  let program;
  let browser;
  running(["up"], (...both) => ([program, browser] = both));

  it("lets the first administrator choose a password by the link", async () => {
    const who = await visitor(browser, VIEWS[0], program.console);
    const { page } = who;
    await page.goto(program.firstSignIn);
    await look(who, "password");
    await choose(page, "short", "other");
    await look(who, "password-refused");
    await choose(page, PASSWORD, PASSWORD);
    await page.waitForURL("**/sign-in");
    await look(who, "password-chosen");
    await page.goto(program.firstSignIn);
    await look(who, "password-gone");
    await who.close();
  });

  for (const view of VIEWS) {
    it(`makes an account that somebody uses, ${view.name}`, async () => {
      const admin = await visitor(browser, view, program.console);
      const { page } = admin;
      await page.goto("/accounts");
      await look(admin, "sign-in");
      await page.fill("input[name=name]", "admin");
      await page.fill("input[name=password]", "certainly wrong");
      await page.click("main button.govuk-button");
      await page.waitForSelector(".govuk-error-summary");
      await look(admin, "sign-in-refused");
      await signIn(admin, "admin", PASSWORD);
      await look(admin, "accounts");
      await page.goto("/accounts/new");
      await page.click("main form button.govuk-button");
      await look(admin, "accounts-new-refused");

      const id = `handler-${view.name}`;
      await page.fill("#name", "王丽");
      await page.fill("#id", id);
      await page.selectOption("#role", "handler");
      await page.fill("#unit", "110102009");
      await page.click("main form button.govuk-button");
      await look(admin, "accounts-made");
      const link = await page.textContent("code");

      const handler = await visitor(browser, view, program.console);
      await handler.page.goto(new URL(link).pathname);
      await choose(handler.page, PASSWORD, PASSWORD);
      await signIn(handler, id, PASSWORD);
      await handler.page.goto("/account");
      await look(handler, "account");
      await handler.page.goto("/deputies");
      await look(handler, "deputies-nobody");
      await handler.page.goto("/accounts");
      await look(handler, "forbidden");
      await handler.page.goto("/nothing/here");
      await look(handler, "not-found");
      assert.match(await handler.page.textContent(".shell__who summary"), /王丽 · 展览路街道/);
      await handler.close();

      await page.goto(`/deputies?person=${id}`);
      await page.fill("#deputy", id);
      await page.fill("#to", inDays(3));
      await page.click("main form button.govuk-button");
      await look(admin, "deputies-refused");
      await page.fill("#deputy", "admin");
      await page.click("main form button.govuk-button");
      await look(admin, "deputies-named");
      await page.click("form[action$='/end'] button");
      assert.equal(await page.locator("form[action$='/end']").count(), 0);
      await admin.close();
    });

    it(`loses no form whose session ended, ${view.name}`, async () => {
      const here = await visitor(browser, view, program.console);
      const there = await visitor(browser, view, program.console);
      await signIn(here, "admin", PASSWORD);
      await signIn(there, "admin", PASSWORD);
      await here.page.goto("/accounts/new");
      await here.page.fill("#name", "陈静");
      await there.page.goto("/account");
      await there.page.click("form[action='/account/sessions/end'] button");
      await there.page.waitForURL("**/account");
      await there.close();

      await here.page.click("main form button.govuk-button");
      await look(here, "sign-in-kept");
      await here.page.fill("input[name=name]", "admin");
      await here.page.fill("input[name=password]", PASSWORD);
      await here.page.click("main button.govuk-button");
      await here.page.waitForURL("**/not-saved");
      await look(here, "not-saved");
      await here.page.click("form[action='/not-saved'] button");
      await here.page.waitForURL("**/refused/*"); // it lacks the rest, and says so
      assert.equal(await here.page.inputValue("#name"), "陈静");
      await here.close();
    });
  }
});

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function choose(page, password, again) {
  await page.fill("input[name=password]", password);
  await page.fill("input[name=again]", again);
  await page.click("main button.govuk-button");
}
