import { createRequire } from 'node:module';
import bpmnlint from 'bpmnlint';
import { finding, processesOf } from '../model.mjs';

const require = createRequire(import.meta.url);
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');
const config = { extends: ['bpmnlint:correctness', 'plugin:camunda-compat/camunda-cloud-8-8'] };

/** BPMN's own rules and what Camunda 8.8 can run, FEEL in the models included. */
export async function checkBpmn(project) {
  return (await Promise.all(processesOf(project).map(checkOne))).flat();
}

/** One linter a document: its rules remember what they saw, and two models may name things alike. */
async function checkOne(document) {
  const linter = new bpmnlint.Linter({ config, resolver: new NodeResolver({ require }) });
  const reports = await linter.lint(document.root);
  return Object.entries(reports).flatMap(([rule, found]) =>
    found.map(report => ({ ...finding(document, report.id, report.message), rule })));
}
