// A city with data: cases that were handled and answered, and a clock that goes on. By the programs' interfaces, without a browser.
import assert from "node:assert/strict";

const GOES_ON = 504; // a busy machine's answer: it is being done
const HOUR = 3600e3;
const CITY = 8 * HOUR; // Asia/Shanghai, all the year

async function sent(url, body, headers = {}) {
  const response = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });
  if (response.status === GOES_ON) {
    return null;
  }
  assert.ok(response.ok, `${url}: ${response.status} ${response.ok ? "" : await response.text()}`);
  return response.status === 204 ? null : response.json();
}

const engine = (program, path, body) => sent(new URL(path, program.rest), body);

// Milliseconds of a moment in the month after the real one, by the city's clock.
export function nextMonth(day, hour) {
  const now = new Date(Date.now() + CITY);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, day, hour) - CITY;
}

// Such as 2026-04.
export function monthOf(moment) {
  return new Date(moment + CITY).toISOString().slice(0, 7);
}

// Everybody's clock stands at that moment from now on.
export function pin(program, moment) {
  return sent(new URL("/actuator/clock/pin", program.management), { epochMilli: moment });
}

// Opens a case and has it handled, answered and called back; gives its number.
export async function settledCase(program, { title, districtCode, streetCode, categoryCode = "130101", settled = "settled", satisfied = "satisfied" }) {
  const opened = await sent(new URL("/api/cases", program.api), {
    externalId: title, channel: "phone", kind: "complaint", categoryCode, title, content: title, place: { districtCode, streetCode },
    resident: { name: "王样例", phone: "13800000102" },
  }, { "X-API-Key": program.apiKey });
  await complete(program, opened.caseId, "SignCase");
  await complete(program, opened.caseId, "ContactResident", { contactResult: "reached" });
  await complete(program, opened.caseId, "HandleCase", { outcome: "settled" });
  await complete(program, opened.caseId, "ReplyResident", { reply: { text: "已经办理", channel: "phone" } });
  await complete(program, opened.caseId, "CallResident", { answered: true, contacted: true, settled, satisfied });
  return opened.number;
}

async function complete(program, caseId, step, variables = {}) {
  for (let attempt = 0; attempt < 300; attempt++) {
    const { items } = await engine(program, "/v2/user-tasks/search", {
      filter: { state: "CREATED", elementId: step, processInstanceVariables: [{ name: "caseId", value: JSON.stringify(caseId) }] },
    });
    if (items.length) {
      await engine(program, `/v2/user-tasks/${items[0].userTaskKey}/assignment`, { assignee: "somebody" });
      return engine(program, `/v2/user-tasks/${items[0].userTaskKey}/completion`, { variables });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${step} of ${caseId} was not opened`);
}
