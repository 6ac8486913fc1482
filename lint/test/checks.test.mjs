import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkBpmn } from '../src/checks/bpmn.mjs';
import { checkDmn } from '../src/checks/dmn.mjs';
import { checkForms } from '../src/checks/form.mjs';
import { readProject } from '../src/project.mjs';

const specimens = fileURLToPath(new URL('specimens/checks', import.meta.url));

for (const [name, check] of Object.entries({ bpmn: checkBpmn, tables: checkDmn, forms: checkForms })) {
  test(`nothing is said about good ${name}`, async () => {
    assert.deepEqual(await check(await readProject(path.join(specimens, name, 'good'))), []);
  });

  test(`what is wrong and where is said about bad ${name}`, async () => {
    const folder = path.join(specimens, name, 'bad');
    assert.equal(lines(await check(await readProject(folder))), await readFile(path.join(folder, 'expected.txt'), 'utf8'));
  });
}

function lines(findings) {
  return findings.map(({ id, message, rule }) => `${id}: ${message} (${rule})\n`).join('');
}
