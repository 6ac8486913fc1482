import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../..', import.meta.url));

// an archive of the sources has no list of what was committed
test('every committed file is text', { skip: !existsSync(path.join(home, '.git')) && 'not a checkout' }, () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: home, encoding: 'utf8' }).split('\0').filter(file => file !== '' && existsSync(path.join(home, file)));
  assert.deepEqual(files.filter(file => readFileSync(path.join(home, file)).includes(0)), []);
});
