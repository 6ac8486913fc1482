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

test('fails on a FEEL mistake in a form, and names the component', async () => {
  const form = { id: 'broken', type: 'default', executionPlatform: 'Camunda Cloud', executionPlatformVersion: '8.8.0',
    components: [{ id: 'Note', type: 'textfield', key: 'note', conditional: { hide: '=a +' } }] };
  const { status, stdout } = run(await folderWith('broken.form', JSON.stringify(form)));
  assert.equal(status, 1);
  assert.match(stdout, /broken\.form: Note: conditional\.hide: .*\(feel\)/);
});

test('fails on a FEEL mistake in a decision table, and names the entry', async () => {
  const table = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="Broken" name="broken" namespace="x"><decision id="broken">
    <decisionTable id="BrokenTable"><input id="Input1"><inputExpression id="Expression1"><text>a</text></inputExpression></input><output id="Output1" name="b"/>
    <rule id="First"><inputEntry id="FirstInput"><text>&lt; </text></inputEntry><outputEntry id="FirstOutput"><text>1</text></outputEntry></rule></decisionTable></decision></definitions>`;
  const { status, stdout } = run(await folderWith('broken.dmn', table));
  assert.equal(status, 1);
  assert.match(stdout, /broken\.dmn: FirstInput: .*\(feel\)/);
});

test('fails on what Camunda 8.8 cannot run', async () => {
  const model = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Broken" targetNamespace="x"
    modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.8.0"><bpmn:process id="broken" isExecutable="true"><bpmn:serviceTask id="Register"/></bpmn:process></bpmn:definitions>`;
  const { status, stdout } = run(await folderWith('broken.bpmn', model));
  assert.equal(status, 1);
  assert.match(stdout, /broken\.bpmn: Register: .*TaskDefinition.*\(camunda-compat\/implementation/);
});

async function folderWith(name, text) {
  const folder = await mkdtemp(path.join(tmpdir(), 'lint-'));
  await writeFile(path.join(folder, name), text);
  return folder;
}
