import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { decisionsOf, elementsOf, processesOf } from '../src/model.mjs';
import { readProject } from '../src/project.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));
const guides = path.join(home, 'docs/guides');
const project = await readProject(path.join(home, 'processes'), path.join(home, 'forms'));
const elements = processesOf(project).flatMap(elementsOf);
const pages = ['README.md', 'README.zh-CN.md', 'lint/README.md', 'engine-test/README.md', ...(await readdir(path.join(home, 'docs'), { recursive: true })).filter(file => file.endsWith('.md')).map(file => `docs/${file}`)];

for (const page of pages) {
  test(`${page}: every link within the repository leads somewhere`, async () => {
    const links = [...(await read(page)).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target).filter(target => !/^[a-z]+:/.test(target));
    assert.deepEqual(links.filter(target => !existsSync(path.join(home, path.dirname(page), target))), []);
  });
}

for (const name of ['frontline', 'policy'].flatMap(guide => [`${guide}.md`, `${guide}.zh-CN.md`])) {
  test(`${name}: everything named like an element is one`, async () => {
    const ids = new Set(elements.map(element => element.id));
    assert.deepEqual((await named(name, /^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/)).filter(id => !ids.has(id)), []);
  });

  test(`${name}: every file named is there`, async () => {
    const files = await named(name, /^(?:processes|forms|workers|lint|docs)\/[\w./-]*$/);
    assert.deepEqual(files.filter(file => !existsSync(path.join(home, file))), []);
  });
}

for (const name of ['frontline.md', 'frontline.zh-CN.md']) {
  test(`${name}: every user task is explained`, async () => {
    const explained = new Set(await named(name, /./));
    const tasks = elements.filter(element => element.$type === 'bpmn:UserTask');
    assert.deepEqual(tasks.map(task => task.id).filter(id => !explained.has(id)), []);
  });

  test(`${name}: every way to handle a case is explained, and no other`, async () => {
    const ways = project.find(document => document.name === 'handle-case').root.components.find(component => component.key === 'outcome').values.map(({ value }) => value);
    const section = (await read(`docs/guides/${name}`)).split(/^### /m)[1];
    const rows = [...section.matchAll(/^\| [^|]*`(\w+)` \|/gm)].map(([, value]) => value);
    assert.deepEqual(rows.sort(), ways.sort());
  });
}

for (const name of ['policy.md', 'policy.zh-CN.md']) {
  test(`${name}: every process and every decision is explained, and no other`, async () => {
    const rows = [...(await read(`docs/guides/${name}`)).matchAll(/^\| `([\w-]+)`/gm)].map(([, id]) => id);
    const ids = [...processesOf(project), ...decisionsOf(project)].map(document => document.name);
    assert.deepEqual(rows.sort(), ids.sort());
  });
}

test('the Chinese guide calls every user task what staff see', async () => {
  const guide = await read('docs/guides/frontline.zh-CN.md');
  const tasks = elements.filter(element => element.$type === 'bpmn:UserTask');
  assert.deepEqual(tasks.filter(task => !guide.includes(`${task.name} \`${task.id}\``)).map(task => `${task.name} \`${task.id}\``), []);
});

async function named(guide, pattern) {
  const text = (await read(`docs/guides/${guide}`)).replace(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name).filter(name => pattern.test(name));
}

function read(page) {
  return readFile(path.join(home, page), 'utf8');
}
