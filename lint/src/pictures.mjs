import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const STAMP = /<!-- drawn from [\w.-]+ ([0-9a-f]{64}) -->/;

export const models = fileURLToPath(new URL('../../processes', import.meta.url));
export const pictures = fileURLToPath(new URL('../../docs/models', import.meta.url));

/** Draws every model whose picture is missing or older than it, and removes pictures without a model. Returns the names of both. */
export async function draw(modelFolder, pictureFolder) {
  await mkdir(pictureFolder, { recursive: true });
  const { stale, orphaned } = await compare(modelFolder, pictureFolder);
  await Promise.all(orphaned.map(name => rm(path.join(pictureFolder, `${name}.svg`))));
  if (stale.length > 0) await drawAll(stale, modelFolder, pictureFolder);
  return [...stale, ...orphaned];
}

/** Names of models without a picture of them as they are, and of pictures without a model. */
export async function compare(modelFolder, pictureFolder) {
  const [names, drawn] = await Promise.all([namesIn(modelFolder, '.bpmn'), namesIn(pictureFolder, '.svg')]);
  const fresh = await Promise.all(names.map(async name => drawn.includes(name) && await isOf(name, modelFolder, pictureFolder)));
  return { stale: names.filter((_, index) => !fresh[index]), orphaned: drawn.filter(name => !names.includes(name)) };
}

async function drawAll(names, modelFolder, pictureFolder) {
  const { show, toSvg, withPage } = await import('./viewer.mjs');
  await withPage(async page => {
    for (const name of names) {
      const model = await readFile(path.join(modelFolder, `${name}.bpmn`), 'utf8');
      await show(page, model);
      const svg = plain(await toSvg(page));
      await writeFile(path.join(pictureFolder, `${name}.svg`), `${svg}\n<!-- drawn from ${name}.bpmn ${hash(model)} -->\n`);
    }
  });
}

/** Without what only a mouse needs, and on white for readers with a dark page. */
const plain = svg => svg.replace(/<\w+ [^>]*\bdjs-(?:hit|outline)\b[^>]*\/>/g, '').replace('<svg ', '<svg style="background:#fff" ').trimEnd();

async function isOf(name, modelFolder, pictureFolder) {
  const [model, picture] = await Promise.all([readFile(path.join(modelFolder, `${name}.bpmn`), 'utf8'), readFile(path.join(pictureFolder, `${name}.svg`), 'utf8')]);
  return STAMP.exec(picture)?.[1] === hash(model);
}

async function namesIn(folder, extension) {
  return (await readdir(folder)).filter(file => path.extname(file) === extension).map(file => path.basename(file, extension)).sort();
}

const hash = text => createHash('sha256').update(text).digest('hex');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const changed = await draw(models, pictures);
  console.log(changed.length === 0 ? 'All pictures show the models as they are.' : `Drawn anew or removed: ${changed.join(', ')}`);
}
