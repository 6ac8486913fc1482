// An agent calls a resident back: takes the next call, has the number shown, is told what is missing, notes the answers by the keyboard.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { callDue } from "./call-due.mjs";
import { running } from "./running.mjs";

const AGENT = "hotline-li";

describe("callbacks", () => {
  let program;
  let browser;
  running(["demo", "--stay"], (...both) => ([program, browser] = both));

  for (const view of VIEWS) {
    it(`notes a call by the keyboard, ${view.name}`, async () => {
      await callDue(program);
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, AGENT, program.passwordOf(AGENT));
      await page.goto("/callbacks");
      await look(who, "callbacks");
      for (let attempt = 0; attempt < 40 && !(await page.locator("#result").count()); attempt++) {
        await page.keyboard.press("Enter");
        await page.waitForTimeout(500);
        await page.goto("/callbacks");
      }
      await page.locator("#result").waitFor();
      assert.equal(await page.locator("a[href^='tel:']").count(), 0);
      await look(who, "callbacks-call");

      await page.keyboard.press("p");
      await page.locator("a[href^='tel:']").waitFor();
      await look(who, "callbacks-number");
      await page.keyboard.press("1");
      assert.ok(await page.isChecked("#result-answered"));
      await page.focus("#comment");
      await page.keyboard.type("1 2 w a s");
      assert.ok(!(await page.isChecked("#result-noAnswer")) && !(await page.isChecked("#contacted-no")));
      await page.uncheck("#keys");
      await page.focus("h1 ~ p a");
      await page.keyboard.press("2");
      assert.ok(await page.isChecked("#result-answered"));
      await page.check("#keys");
      await page.focus("#result-answered");
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.focus("form.narrow .do:last-of-type button");
      await page.keyboard.press("Enter");
      await page.locator(".govuk-error-summary").waitFor();
      await look(who, "callbacks-missing");
      assert.ok(await page.isChecked("#contacted-yes"));

      await page.focus("#settled-settled");
      await page.keyboard.press("Space");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.focus("form.narrow .do:last-of-type button");
      await page.keyboard.press("Enter");
      await page.locator(".notice[role=status]").waitFor();
      await look(who, "callbacks-noted");
      await who.close();
    });
  }
});
