import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../..', import.meta.url));

const LINES_MAX = 300;

// an archive of the sources has no list of what was committed
const skip = !existsSync(path.join(home, '.git')) && 'not a checkout';

function committed() {
  return execFileSync('git', ['ls-files', '-z'], { cwd: home, encoding: 'utf8' }).split('\0').filter(file => file !== '' && existsSync(path.join(home, file)));
}

const read = file => readFileSync(path.join(home, file));

test('every committed file is text', { skip }, () => {
  assert.deepEqual(committed().filter(file => read(file).includes(0)), []);
});

test('no file of Java is longer than can be looked over', { skip }, () => {
  const java = committed().filter(file => file.endsWith('.java'));
  assert.notEqual(java.length, 0);
  assert.deepEqual(java.filter(file => read(file).toString().trimEnd().split('\n').length > LINES_MAX), []);
});
