// Staff at work in their browsers, one after the other: what comes after a step that failed can't be done.
import { it } from "node:test";
import { signIn, visitor } from "./browser.mjs";
import { ready, send } from "./form.mjs";

export function steps() {
  let broken = false;
  return (name, work) =>
    it(name, async (test) => {
      if (broken) {
        return test.skip("a step before it failed");
      }
      broken = true;
      await work();
      broken = false;
    });
}

// Somebody signs in, works, and leaves.
export async function as({ program, browser }, id, view, work) {
  const who = await visitor(browser, view, program.console);
  try {
    await signIn(who, id, program.passwordOf(id));
    await work(who, who.page);
  } finally {
    await who.close();
  }
}

// Opens the person's first task of this step; it may still be on its way.
export async function openTask(page, step) {
  for (let attempt = 0; attempt < 40; attempt++) {
    await page.goto(`/tasks?kind=${step}`);
    const link = page.locator(".work__what a").first();
    if (await link.count()) {
      await link.click();
      return ready(page);
    }
    await page.waitForTimeout(500);
  }
  throw new Error(`there is no task ${step}`);
}

export async function sent(page) {
  await send(page);
  await page.waitForURL("**/done");
}

// Looks at the page until what is on its way has come.
export async function until(page, selector) {
  for (let attempt = 0; attempt < 40 && !(await page.locator(selector).count()); attempt++) {
    await page.waitForTimeout(250);
    await page.reload();
  }
  await page.locator(selector).first().waitFor();
}
