import { readFile, readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);
const zeebe = require('zeebe-bpmn-moddle/resources/zeebe.json');
const modeler = require('modeler-moddle/resources/modeler.json');

const readers = {
  '.bpmn': readXml('bpmn', () => new BpmnModdle({ zeebe, modeler })),
  '.dmn': readXml('dmn', () => new DmnModdle()),
  '.form': readJson('form'),
  '.json': readJson('data'),
  '.java': readJava,
};

/** Reads all models, forms, data and workers' sources in the folders: a list of {file, name, kind, text, root, problems, canonical?}. */
export async function readProject(...folders) {
  const files = (await Promise.all(folders.map(list))).flat().sort();
  return Promise.all(files.map(read));
}

async function list(folder) {
  const names = await readdir(folder, { recursive: true });
  return names.filter(name => path.extname(name) in readers).map(name => path.join(folder, name));
}

async function read(file) {
  const extension = path.extname(file);
  const text = await readFile(file, 'utf8');
  return { file, name: path.basename(file, extension), text, ...(await readers[extension](text)) };
}

function readXml(kind, moddleFor) {
  return async text => {
    const moddle = moddleFor();
    try {
      const { rootElement, warnings } = await moddle.fromXML(text);
      const canonical = (await moddle.toXML(rootElement, { format: true })).xml;
      return { kind, root: rootElement, canonical, problems: warnings.map(oneLine) };
    } catch (error) {
      return { kind: 'unreadable', problems: [oneLine(error)] };
    }
  };
}

function readJson(kind) {
  return text => {
    try {
      return { kind, root: JSON.parse(text), problems: [] };
    } catch (error) {
      return { kind: 'unreadable', problems: [oneLine(error)] };
    }
  };
}

/** Of a Java source, what ties it to the models. A worker without a type has the type undefined. */
function readJava(text) {
  const all = pattern => [...text.matchAll(pattern)].map(([, name]) => name);
  const root = {
    jobTypes: all(/@JobWorker\b(?:\s*\(([^)]*)\))?/g).map(attributes => /\btype\s*=\s*"([^"]+)"/.exec(attributes)?.[1]),
    sentMessages: all(/\bPublishMessage(?:\.\w+)?\(\s*"([^"]+)"/g),
    strings: new Set(all(/"((?:[^"\\\n]|\\.)*)"/g)),
  };
  return { kind: 'java', root, problems: [] };
}

const oneLine = ({ message }) => message.replace(/\s+/g, ' ');
