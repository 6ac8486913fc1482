// The pages that README and the guides show: who looks at what, how wide, and how much of it.
import { callDue } from "./call-due.mjs";

const TASK = { width: 390, height: 844 };
const DESK = { width: 1100, height: 800 };

export const SCENES = [
  { name: "task", who: "zhanlanlu-zhang", viewport: TASK, height: 1100, open: (page) => firstTask(page, "HandleCase") },
  { name: "case", who: "zhanlanlu-zhang", viewport: DESK, height: 900, open: theCase },
  { name: "supervision", who: "supervisor-zhao", viewport: DESK, height: 700, open: everythingOpen },
  { name: "figures", who: "zhanlanlu-wang", viewport: DESK, height: 560, open: (page) => page.goto("/figures") },
  { name: "intake", who: "hotline-li", viewport: DESK, height: 1500, open: aCallTaken },
  { name: "callback", who: "hotline-li", viewport: DESK, height: 1100, open: theNextCall },
  { name: "whistle", who: "zhanlanlu-zhang", viewport: DESK, height: 1500, open: aWhistleBlown },
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

// Looked up, and not sent.
async function aCallTaken(page) {
  await page.goto("/intake");
  await page.fill("#where", "展览路街道");
  await page.fill("#address", "百万庄大街 1 号楼");
  await page.fill("#title", "楼道没有电");
  await page.fill("#content", "昨天起楼道没有电，配电室多年没有移交。");
  await lookUp(page, "供电 遗留", "#category-010204");
  await page.locator("#outlook strong").first().waitFor();
}

async function aWhistleBlown(page) {
  await page.goto("/whistles/new");
  await page.check("#kind-emergency");
  await page.fill("#place", "车公庄大街 9 号门前");
  await page.fill("#reason", "燃气泄漏，需要联合处置");
  await lookUp(page, "消防", "#known input[value='fire']");
  await page.locator("#outlook input[name=foreseen]").waitFor({ state: "attached" });
}

async function lookUp(page, words, found) {
  await page.fill("#words", words);
  await page.press("#words", "Tab");
  await page.check(found);
}

// A call is somebody's: he who has it finds it there again.
async function theNextCall(page, program) {
  await callDue(program);
  await page.goto("/callbacks");
  while (!(await page.locator("#result").count())) {
    await page.locator("main button.govuk-button").first().click();
    await page.waitForTimeout(500);
    await page.goto("/callbacks");
  }
}
