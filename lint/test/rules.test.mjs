import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readProject } from '../src/project.mjs';
import { rules } from '../src/rules/index.mjs';

const specimens = fileURLToPath(new URL('specimens', import.meta.url));

for (const [name, rule] of Object.entries(rules)) {
  test(`${name} has nothing to say about its good specimen`, async () => {
    assert.deepEqual(rule(await readProject(path.join(specimens, name, 'good'))), []);
  });

  test(`${name} says what is wrong and where in its bad specimen`, async () => {
    const folder = path.join(specimens, name, 'bad');
    const expected = await readFile(path.join(folder, 'expected.txt'), 'utf8');
    assert.equal(lines(rule(await readProject(folder))), expected);
  });
}

function lines(findings) {
  return findings.map(({ file, id, message }) => `${path.basename(file)}: ${id ? `${id}: ` : ''}${message}\n`).join('');
}
