// A steward walks his lane with and without a network; its chief sees it first, and how the lane stands.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { VIEWS, look, signIn, visitor } from "./browser.mjs";
import { running } from "./running.mjs";

describe("patrols", () => {
  let program;
  let browser;
  running(["demo", "--example", "before-anybody-complains", "--stay"], (...both) => ([program, browser] = both));

  for (const view of VIEWS) {
    it(`keeps what is found without a network and sends it once, ${view.name}`, async () => {
      const who = await walker(view);
      const { page } = who;
      await page.goto("/patrols/new");
      await ready(page);
      await look(who, "patrols-new");

      await offline(page, true);
      who.errors.expected = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
      await page.reload();
      await ready(page);
      await fill(page, `井盖松动 ${view.name}`, ["photosBefore"]);
      await page.click("form[data-patrol] button.govuk-button");
      await page.waitForSelector(".kept__waiting");
      await look(who, "patrols-offline");
      await page.reload();
      await page.waitForSelector(".kept__waiting");
      assert.equal(await page.locator(".kept__waiting").count(), 1, "it outlives the page");

      await offline(page, false);
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      await page.waitForSelector(".kept__sent a");
      await look(who, "patrols-sent");
      await page.click(".kept__sent a");
      await page.waitForSelector("#before");
      assert.match(await page.textContent("main"), new RegExp(`井盖松动 ${view.name}`));
      assert.equal(await page.locator("#before ~ ul img").count(), 1);
      await look(who, "patrol");

      await page.goto("/patrols");
      await ready(page);
      assert.equal(await page.locator(`tbody tr:has-text("井盖松动 ${view.name}")`).count(), 1, "once");
      assert.equal(await page.locator(".kept li").count(), 0);
      await look(who, "patrols");
      await who.close();
    });

    it(`sends again what it had no answer for, and it is one patrol, ${view.name}`, async () => {
      const who = await walker(view);
      const { page } = who;
      await page.goto("/patrols/new");
      await ready(page);
      let lost = 0;
      who.errors.expected = /ERR_FAILED/;
      await page.route("**/patrols/new?_csrf=*", async (route) => {
        if (route.request().method() === "POST" && lost++ === 0) {
          await route.fetch(); // it arrives, and the answer doesn't
          await route.abort();
        } else {
          await route.continue();
        }
      });
      await fill(page, `答复丢失 ${view.name}`, []);
      await page.click("form[data-patrol] button.govuk-button");
      await page.waitForSelector(".kept__waiting");
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      await page.waitForSelector(".kept__sent a");
      await page.goto("/patrols");
      assert.equal(await page.locator(`tbody tr:has-text("答复丢失 ${view.name}")`).count(), 1);
      assert.equal(lost, 2);
      await who.close();
    });

    it(`says at the field what is missing before anything is kept, ${view.name}`, async () => {
      const who = await walker(view);
      const { page } = who;
      await page.goto("/patrols/new");
      await ready(page);
      await offline(page, true);
      await page.click("form[data-patrol] button.govuk-button");
      assert.deepEqual(await missing(page), ["disorder"]);
      await look(who, "patrols-missing");
      await fill(page, "", ["photosBefore"]);
      await page.click("form[data-patrol] button.govuk-button");
      assert.deepEqual(await missing(page), ["what"]);
      assert.equal(await page.evaluate(() => document.activeElement.id), "what");
      assert.equal(await page.inputValue("#place"), "21号门前", "what was filled in stays");
      assert.equal(await page.locator(".kept li").count(), 0);
      await offline(page, false);
      await page.fill("#what", `都写全了 ${view.name}`);
      await page.click("form[data-patrol] button.govuk-button");
      await page.waitForSelector(".kept__sent a");
      await who.close();
    });

    it(`says what is wrong with what was kept, and lets it be mended, ${view.name}`, async () => {
      const who = await walker(view);
      const { page } = who;
      await page.goto("/patrols/new");
      await ready(page);
      await fill(page, "长", ["photosBefore"]);
      await page.locator("#what").evaluate((field) => (field.value = "长".repeat(501))); // more than it takes of what is typed
      await page.click("form[data-patrol] button.govuk-button");
      await page.waitForSelector(".kept__refused .govuk-error-message");
      await look(who, "patrols-refused");
      await page.reload();
      await page.click(".kept__refused .do button");
      assert.equal(await page.inputValue("#place"), "21号门前");
      await page.fill("#what", `补上情况 ${view.name}`);
      await page.click("form[data-patrol] button.govuk-button");
      await page.waitForSelector(".kept__sent a");
      assert.equal(await page.locator(".kept__refused").count(), 0);
      await page.click(".kept__sent a");
      await page.waitForSelector("#before");
      assert.equal(await page.locator("#before ~ ul img").count(), 1, "with its photo");
      await who.close();
    });
  }

  it("shows and sends nothing of somebody else who used the device", async () => {
    const who = await walker(VIEWS[0]);
    const { page } = who;
    await page.goto("/patrols/new");
    await ready(page);
    await fill(page, "前一个人的", []);
    await page.route("**/patrols/new?_csrf=*", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await page.click("form[data-patrol] button.govuk-button");
    await page.waitForSelector(".kept__waiting");
    await page.unroute("**/patrols/new?_csrf=*");
    await leaveDevice(page);
    await signIn(who, "tiyuguan-chief", program.passwordOf("tiyuguan-chief"));
    await page.goto("/patrols/new");
    await ready(page);
    assert.equal(await page.locator(".kept li").count(), 0);
    await page.goto("/patrols");
    await ready(page);
    assert.doesNotMatch(await page.textContent("main"), /前一个人的/);

    await leaveDevice(page);
    await signIn(who, "tiyuguan-steward", program.passwordOf("tiyuguan-steward"));
    await page.goto("/patrols/new");
    await page.waitForSelector(".kept__sent a");
    await page.goto("/patrols");
    assert.equal(await page.locator("tbody tr:has-text('前一个人的')").count(), 1);
    await who.close();
  });

  for (const view of VIEWS) {
    it(`shows the chief his lane and its cases, and no others, ${view.name}`, async () => {
      const who = await visitor(browser, view, program.console);
      const { page } = who;
      await signIn(who, "tiyuguan-chief", program.passwordOf("tiyuguan-chief"));
      await page.goto("/lanes");
      assert.equal(await page.locator("main tbody tr").count(), 1);
      await look(who, "lanes");
      await page.click("main tbody a");
      await page.waitForSelector("#today");
      assert.equal(await page.locator("form[action$='/posts']").count(), 0, "posts are not his to give");
      await look(who, "lane");
      assert.equal((await page.goto("/lanes/dazhiqiao")).status(), 404);
      await who.close();
    });
  }

  async function walker(view) {
    const who = await visitor(browser, view, program.console);
    await signIn(who, "tiyuguan-steward", program.passwordOf("tiyuguan-steward"));
    return who;
  }

  async function ready(page) {
    await page.waitForSelector("patrol-book[ready]", { state: "attached" });
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  }

  async function fill(page, what, photos) {
    await page.check("input[name=disorder][value=road]");
    await page.fill("#what", what);
    await page.fill("#place", "21号门前");
    await page.check("input[name=proposal][value=case]");
    for (const name of photos) {
      await page.setInputFiles(`#${name}`, { name: "photo.jpg", mimeType: "image/jpeg", buffer: await page.screenshot({ type: "jpeg" }) });
    }
  }

  async function missing(page) {
    return page.locator("form[data-patrol] [data-missing]").evaluateAll((all) => all.map((one) => one.dataset.missing));
  }

  // No page is left open: what one still asks for would begin a session of its own beside the one that is signed in.
  async function leaveDevice(page) {
    await page.goto("about:blank");
    await page.context().clearCookies();
  }

  async function offline(page, is) {
    await page.context().setOffline(is);
  }
});
