// The models' user tasks with their forms, each in a process of its own, and what a process knows when they are shown.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");

export function modelTasks() {
  return readdirSync(join(ROOT, "processes")).filter((name) => name.endsWith(".bpmn")).flatMap((name) =>
    [...readFileSync(join(ROOT, "processes", name), "utf8").matchAll(/<bpmn:userTask id="(\w+)"[\s\S]*?<\/bpmn:userTask>/g)].map(
      ([xml, id]) => {
        const formId = xml.match(/formId="([\w-]+)"/)[1];
        const form = JSON.parse(readFileSync(join(ROOT, "forms", `${formId}.form`), "utf8"));
        return { id, formId, form, alone: alone(id, xml), asks: form.components.some((one) => one.validate?.required && !one.conditional) };
      }));
}

function alone(id, xml) {
  const task = xml.replace(/<bpmn:(incoming|outgoing)>.*?<\/bpmn:\1>|<bpmn:multiInstance[\s\S]*?<\/bpmn:multiInstanceLoopCharacteristics>/g, "");
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="t">
    <bpmn:process id="alone-${id}" isExecutable="true">
      <bpmn:startEvent id="Start"><bpmn:outgoing>In</bpmn:outgoing></bpmn:startEvent>
      <bpmn:sequenceFlow id="In" sourceRef="Start" targetRef="${id}"/>
      ${task}
      <bpmn:sequenceFlow id="Out" sourceRef="${id}" targetRef="End"/>
      <bpmn:endEvent id="End"><bpmn:incoming>Out</bpmn:incoming></bpmn:endEvent>
    </bpmn:process>
  </bpmn:definitions>`;
}

// The numbers of the first radio's choices where what else is asked hangs on them; else the first alone.
export function firstChoices({ components }) {
  const gate = components.find((one) => one.type === "radio");
  const hangs = gate && components.some((one) => one.conditional?.hide.includes(gate.key));
  return hangs ? gate.values.map((_, i) => i) : [0];
}

export function stock(caseId, language) {
  const say = (zh, en) => (language === "zh" ? zh : en);
  const day = 24 * 3600e3;
  const at = (days) => new Date(Date.now() + days * day).toISOString().replace("Z", "+00:00");
  const [fire, gas, street, district] = [say("消防", "Fire"), say("燃气", "Gas"), say("展览路街道", "Zhanlanlu"), say("西城区", "Xicheng")];
  const place = { districtCode: "110102", streetCode: "110102009", districtName: district, streetName: street };
  const decided = {
    id: caseId, caseNumber: "20261124-1", title: say("临时用电", "Power"), categoryName: say("供电", "Power"), unitName: fire, month: "2026-03",
    groundName: say("不属职责", "none of its duties"), evidence: say("见附件", "see there"), decider: "supervisor", decideBy: at(1),
  };
  return {
    caseId, round: 1, route: "repeat", cause: "limitPassed",
    case: { number: "20261124-1", title: say("临时用电", "Power"), categoryName: say("供电", "Power"), kind: "complaint", ...place },
    owner: { code: "110102009", name: street, kind: "street" },
    district: { code: "110102", name: district },
    limits: { signBy: at(1), contactBy: at(1), warnAt: at(1), settleBy: at(7) },
    timeLimit: { priority: 50, mostExtensionDays: 30 },
    signals: { repeatOf: null },
    dispatch: { unitKind: "street", unitCode: null, level: "7d" },
    unitChoices: [
      { value: "fire", label: fire, kind: "department" }, { value: "gas", label: gas, kind: "enterprise" },
      { value: "110102", label: district, kind: "district" }, { value: "110102009", label: street, kind: "street" },
    ],
    suspensionRule: { reviewWithin: "P30D", atMost: "P180D" },
    suspensionRequest: { cause: "season", reason: say("冬季停工", "winter") },
    suspension: { reviewBy: at(1), until: at(7) },
    objection: { reviewBy: at(1), last: false }, objectionRequest: { reason: say("不在辖区", "elsewhere") },
    extensionRequest: { days: 3, reason: say("等待鉴定", "expert opinion") }, opinionRequest: { question: say("产权归属", "whose it is") },
    callback: { attempt: 1, maxAttempts: 3 },
    whistle: {
      id: caseId, number: "1-1", reason: say("供电", "power"), place: say("街道办", "the office"), streetCode: "110102009", kind: "publicDemand",
      units: ["fire", "gas"], streetName: street, unitNames: [fire, gas],
    },
    doneUnits: ["fire"],
    profile: { scoreWithin: "P1D" },
    summonses: [{ unitCode: "fire", unitName: fire, group: "department:fire" }, { unitCode: "gas", unitName: gas, group: "enterprise:gas" }],
    summons: { unitCode: "fire", unitName: fire, group: "department:fire", signBy: at(1), arriveBy: at(1) },
    reports: [{ unitCode: "fire", unitName: fire }, { unitCode: "gas", unitName: gas }],
    appeal: decided, exclusion: decided,
    assessment: {
      id: caseId, month: "2026-03", version: 1, checkers: "supervisor", checkBy: at(1), openRequests: 0,
      counts: { valid: 1, unanswered: 0, excluded: 0 },
    },
    matter: {
      id: caseId, number: "M1-1", categoryName: say("停水", "No water"), ...place, since: at(0), seen: 9, expected: 1, cases: 12, watchFor: "PT2H",
    },
    patrol: {
      id: caseId, number: "P1-1", laneName: say("达智桥胡同", "Dazhiqiao Hutong"), ...place, disorderName: say("乱停车", "Parking"), what: say("占用通道", "blocks the way"),
      place: say("12号门前", "at No. 12"), settledAtOnce: true, proposal: null, assessors: ["lane:dazhiqiao"], assessBy: at(1), judges: ["lane:dazhiqiao"],
    },
    theme: {
      id: caseId, month: "2026-04", name: say("用水保障", "Water"), choosers: "policy", chooseBy: at(1), chooseUntil: at(9), workUntil: at(30), leadName: fire,
      problems: [say("水压不足", "low pressure"), say("水质发黄", "yellow water")],
      proposals: [{ value: "010101", label: say("停水", "No water"), kind: "seasonal", requests: 120, growth: 20, unsettled: 5, streets: 9, hint: null }],
      units: [], tasks: [{ unitName: fire, what: say("改造管线", "mend pipes"), target: 9, measure: say("处", "places"), reached: 3 }],
    },
    categoryChoices: [{ value: "010101", label: say("停水", "No water") }, { value: "010102", label: say("水质", "Water quality") }],
    themeUnit: {
      code: "fire", name: fire, group: "department:fire", due: at(1),
      tasks: [{ id: 1, what: say("改造管线", "mend pipes"), target: 9, measure: say("处", "places"), due: at(9).slice(0, 10), reached: 3 }],
    },
    patrolCase: { id: caseId, number: "1-2" },
    action: { what: say("接通", "connect it"), unit: "fire", due: at(1) },
    coHandler: { unitCode: "fire", name: fire, kind: "department", dueWithin: "P1D" },
    coDue: at(1),
  };
}
