// The pages that README and the guides show: who looks at what, how wide, and how much of it.
const TASK = { width: 390, height: 844 };
const DESK = { width: 1100, height: 800 };

export const SCENES = [
  { name: "task", who: "zhanlanlu-zhang", viewport: TASK, height: 1100, open: (page) => firstTask(page, "HandleCase") },
  { name: "case", who: "zhanlanlu-zhang", viewport: DESK, height: 900, open: theCase },
  { name: "supervision", who: "supervisor-zhao", viewport: DESK, height: 700, open: everythingOpen },
  { name: "figures", who: "zhanlanlu-wang", viewport: DESK, height: 560, open: (page) => page.goto("/figures") },
];

export const LANGUAGES = [
  { suffix: "zh", locale: "zh-CN" },
  { suffix: "en", locale: "en-GB" },
];

async function firstTask(page, step) {
  await page.goto(`/tasks?kind=${step}`);
  await page.locator(".work__what a").first().click();
  await page.waitForSelector("task-form .fjs-form-field");
}

async function theCase(page) {
  await firstTask(page, "HandleCase");
  const paths = await page.locator("a[href^='/cases/']").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await page.goto(paths.find((path) => /^\/cases\/[0-9-]+$/.test(path)));
}

// What waits is there from the first day on; what stands still isn't.
async function everythingOpen(page) {
  await page.goto("/supervision");
  await page.locator(".filter a").last().click();
  await page.locator("#stuck tbody tr").first().waitFor();
}
