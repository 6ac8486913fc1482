import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../src/lint.mjs', import.meta.url));
const run = (...folders) => spawnSync(process.execPath, [command, ...folders], { encoding: 'utf8' });

test('asks for a folder when none is named', () => {
  const { status, stderr } = run();
  assert.equal(status, 2);
  assert.match(stderr, /Name the folders to lint/);
});

test('fails on a file that is no XML, and names it', async () => {
  const { status, stdout } = run(await folderWith('broken.bpmn', 'no xml'));
  assert.equal(status, 1);
  assert.match(stdout, /broken\.bpmn: .*\(readable\)/);
});

test('fails on what a check finds, and names the element', () => {
  const { status, stdout } = run(fileURLToPath(new URL('specimens/checks/forms/bad', import.meta.url)));
  assert.equal(status, 1);
  assert.match(stdout, /specimen\.form: Note: conditional\.hide: .*\(feel\)/);
});

test('fails on what a house rule finds, and names the element', () => {
  const { status, stdout } = run(fileURLToPath(new URL('specimens/element-ids/bad', import.meta.url)));
  assert.equal(status, 1);
  assert.match(stdout, /specimen\.bpmn: .*\(house\/element-ids\)/);
});

async function folderWith(name, text) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lint-'));
  await writeFile(path.join(folder, name), text);
  return folder;
}
