import path from 'node:path';
import { checkBpmn } from './checks/bpmn.mjs';
import { checkDmn } from './checks/dmn.mjs';
import { checkForms } from './checks/form.mjs';
import { finding, modelsOf } from './model.mjs';
import { readProject } from './project.mjs';
import { houseFindings } from './rules/index.mjs';

const folders = process.argv.slice(2);
if (folders.length === 0) {
  console.error('Name the folders to lint: node src/lint.mjs FOLDER...');
  process.exit(2);
}
const project = await readProject(...folders);
const unreadable = project.flatMap(document => document.problems.map(problem => ({ ...finding(document, '', problem), rule: 'readable' })));
const findings = [...unreadable, ...(await checkBpmn(project)), ...checkDmn(project), ...(await checkForms(project)), ...houseFindings(project)];
for (const { file, id, message, rule } of findings) {
  console.log(`${path.relative(process.cwd(), file)}: ${id ? `${id}: ` : ''}${message} (${rule})`);
}
console.log(`${modelsOf(project).length} files, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
