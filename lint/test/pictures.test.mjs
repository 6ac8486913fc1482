import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { compare, models, pictures } from '../src/pictures.mjs';

const STAMP_OF_TEXT = '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1'; // sha256 of 'text'

test('every picture shows its model as it is: npm run pictures', async () => {
  assert.deepEqual(await compare(models, pictures), { stale: [], orphaned: [] });
});

test('a picture names its maker', async () => {
  assert.match(await readFile(path.join(pictures, 'complaint-case.svg'), 'utf8'), /created with bpmn-js/);
});

test('a changed model, a model without a picture and a picture without a model are noticed', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
  const files = {
    'same.bpmn': 'text', 'same.svg': `<svg/><!-- drawn from same.bpmn ${STAMP_OF_TEXT} -->`,
    'changed.bpmn': 'other', 'changed.svg': `<svg/><!-- drawn from changed.bpmn ${STAMP_OF_TEXT} -->`,
    'new.bpmn': 'text', 'gone.svg': '<svg/>',
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(path.join(folder, name), text)));
  assert.deepEqual(await compare(folder, folder), { stale: ['changed', 'new'], orphaned: ['gone'] });
});
