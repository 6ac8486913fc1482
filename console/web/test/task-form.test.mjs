// A task's form alone, in a page that a server of its own serves: what it makes of what is typed and pressed, and of what others change.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser.mjs";

const ASSETS = join(dirname(fileURLToPath(import.meta.url)), "../../target/web/assets");
const NAMES = JSON.parse(readFileSync(join(ASSETS, "manifest.json"), "utf8"));
const SCHEMA = {
  type: "default", schemaVersion: 19, id: "part",
  components: [
    { type: "text", id: "Done", text: "=\"已完成：\" + string join(doneUnits, \"、\")" },
    { type: "taglist", id: "Units", key: "units", label: "单位", values: [{ label: "消防", value: "fire" }, { label: "燃气", value: "gas" }] },
    { type: "number", id: "People", key: "people", label: "人数", decimalDigits: 0, validate: { min: 1, max: 500 } },
    { type: "textfield", id: "Place", key: "place", label: "地点", validate: { required: true } },
  ],
};

const escaped = (value) => JSON.stringify(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;");

function page({ lang = "zh-CN", values = { doneUnits: [] }, refused = "", state = "free" } = {}) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
    <link rel="stylesheet" href="/${NAMES["page.css"]}"><link rel="stylesheet" href="/${NAMES["task-form.css"]}">
    <script type="module" src="/${NAMES["page.js"]}"></script><script type="module" src="/${NAMES["task-form.js"]}"></script></head>
    <body><main><section><div id="now" data-state="${state}" data-shown="${escaped(values)}"></div>
    <form action="/complete" method="post" data-task-form><input type="hidden" name="values" value="{}">
    <task-form schema="${escaped(SCHEMA)}" values="${escaped(values)}" draft="/draft" csrf-header="X-CSRF-TOKEN" csrf-token="t" saved="草稿" not-saved="没有保存" signed-out="登录已过期" offline="没有网络">${refused}</task-form>
    <p data-saved></p><div class="do" data-send hidden><button class="govuk-button">提交</button></div></form></section></main></body></html>`;
}

describe("a task's form", () => {
  let browser;
  let server;
  let shown;
  let sent;
  let draftStatus = 200;
  let tab;

  before(async () => {
    browser = await openBrowser();
    server = createServer(async (request, response) => {
      let body = "";
      for await (const part of request) {
        body += part;
      }
      if (request.url === "/complete") {
        sent = JSON.parse(new URLSearchParams(body).get("values"));
      }
      if (request.url === "/draft") {
        response.statusCode = draftStatus;
      }
      if (/\.(js|css)$/.test(request.url)) {
        response.setHeader("Content-Type", request.url.endsWith(".js") ? "text/javascript" : "text/css");
        return response.end(readFileSync(join(ASSETS, request.url)));
      }
      response.setHeader("Content-Type", "text/html");
      response.end(request.method === "POST" ? "" : shown);
    }).listen(0, "127.0.0.1");
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  async function open(what) {
    shown = page(what);
    sent = undefined;
    await tab?.close();
    tab = await browser.newPage();
    tab.setDefaultTimeout(30_000);
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await tab.waitForSelector("task-form[ready]");
  }

  const field = (label) => tab.getByLabel(label, { exact: false });
  const press = () => tab.locator("[data-send] button").click();
  const errors = () => tab.locator(".fjs-form-field-error").allInnerTexts();

  async function sending() {
    await Promise.all([tab.waitForURL("**/complete"), press()]);
    return sent;
  }

  it("stays, and says so, where it is sent without network", async () => {
    await open();
    await field("地点").fill("楼前");
    await field("人数").fill("3");
    await tab.context().setOffline(true);
    await press();
    assert.equal(await tab.locator("[data-saved]").innerText(), "没有网络");
    assert.equal(await field("地点").inputValue(), "楼前");
    await tab.context().setOffline(false);
    assert.equal((await sending()).place, "楼前");
  });

  it("says that the session is over where the draft finds none", async () => {
    await open();
    draftStatus = 401;
    await field("地点").fill("院内");
    await tab.locator("[data-saved]", { hasText: "登录已过期" }).waitFor();
    draftStatus = 503;
    await field("地点").fill("门前");
    await tab.locator("[data-saved]", { hasText: "没有保存" }).waitFor();
    draftStatus = 200;
  });

  it("takes a number in full-width digits", async () => {
    await open();
    await field("地点").fill("门前");
    await field("人数").fill("４２");
    assert.equal((await sending()).people, 42);
  });

  it("refuses what is no number, and shows it as it was typed", async () => {
    await open();
    await field("地点").fill("门前");
    await field("人数").pressSequentially("2..34");
    assert.equal(await field("人数").inputValue(), "2..34");
    await press();
    assert.deepEqual(await errors(), ["应为数字。"]);
    for (const other of ["1,000", "-", "2e3", "十二"]) {
      await field("人数").fill(other);
      await press();
      assert.deepEqual(await errors(), ["应为数字。"], other);
    }
    await field("人数").fill("2.5");
    await press();
    assert.deepEqual(await errors(), ["应为整数。"]);
    assert.equal(sent, undefined);
  });

  it("sends at the first press though leaving a field brings an error line", async () => {
    await open();
    await field("人数").fill("900");
    await field("地点").focus();
    const button = await tab.locator("[data-send] button").boundingBox();
    await tab.mouse.move(button.x + 20, button.y + 4);
    await tab.mouse.down();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const moved = (await tab.locator("[data-send] button").boundingBox()).y - button.y;
    assert.ok(moved < 5, `the button went away by ${moved} px`); // it goes down a little where it is pressed
    await tab.mouse.up();
    await tab.locator(".fjs-form-field-error", { hasText: "必填" }).waitFor();
    assert.match(await tab.evaluate(() => document.activeElement.labels[0].innerText), /人数/);
  });

  it("closes the list of a field for several after a choice, and names what takes one away", async () => {
    await open();
    await field("单位").click();
    await tab.locator(".fjs-dropdownlist-item", { hasText: "消防" }).click();
    await tab.locator(".fjs-dropdownlist").waitFor({ state: "detached" });
    await tab.getByRole("button", { name: "移除消防" }).click();
    assert.equal(await tab.locator(".fjs-taglist-tag").count(), 0);
  });

  it("shows what others did meanwhile, and keeps what was typed", async () => {
    await open();
    await field("地点").fill("门前");
    await tab.evaluate(() => (document.getElementById("now").dataset.shown = JSON.stringify({ doneUnits: ["消防"], place: null })));
    await tab.locator("task-form", { hasText: "已完成：消防" }).waitFor();
    assert.equal(await field("地点").inputValue(), "门前");
  });

  it("keeps the last letters where something else of the form changes at that moment", async () => {
    await open();
    await field("地点").fill("门前");
    await tab.evaluate(() => {
      const [people, place] = ["People", "Place"].map((id) => document.querySelector(`task-form input[id*="-${id}"]`));
      const type = (input, text) => {
        input.focus();
        input.value = text;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      };
      type(people, "900");
      type(place, "门前路口");
    });
    await tab.locator(".fjs-form-field-error").waitFor();
    assert.equal(await field("地点").inputValue(), "门前路口");
  });

  it("is for reading only while somebody else has the task", async () => {
    await open();
    await field("地点").fill("门前");
    await tab.evaluate(() => (document.getElementById("now").dataset.state = "taken"));
    await tab.locator("[data-send]").waitFor({ state: "hidden" });
    assert.equal(await field("地点").getAttribute("readonly"), "");
    assert.equal(await field("地点").inputValue(), "门前");
    await tab.evaluate(() => (document.getElementById("now").dataset.state = "free"));
    assert.equal((await sending()).place, "门前");
  });

  it("says at its field what the server refused, until it is changed", async () => {
    await open({ values: { doneUnits: [], place: "门前" }, refused: '<data hidden value="place">不是本街道的地点</data>' });
    await tab.locator(".fjs-form-field-error", { hasText: "不是本街道的地点" }).waitFor();
    await field("地点").fill("院内");
    assert.deepEqual(await sending(), { units: [], people: null, place: "院内" });
  });
});
