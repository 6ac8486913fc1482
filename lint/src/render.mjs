import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const MARGIN = 20;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const require = createRequire(import.meta.url);
const viewer = path.join(path.dirname(require.resolve('bpmn-js/package.json')), 'dist');

const [model, picture] = process.argv.slice(2);
if (!model || !/\.(png|svg)$/.test(picture ?? '')) {
  console.error('Usage: npm run render -- MODEL.bpmn PICTURE.png|PICTURE.svg (Chromium: CHROMIUM_PATH or /usr/bin/chromium)');
  process.exit(2);
}
await withPage(async page => {
  const bounds = await show(page, await readFile(model, 'utf8'));
  await (picture.endsWith('.svg') ? saveSvg(page) : savePng(page, bounds));
});

async function withPage(use) {
  const profile = await mkdtemp(path.join(tmpdir(), 'render-'));
  const browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', headless: true, args: ARGUMENTS });
  try {
    await use(await browser.newPage());
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function show(page, xml) {
  await page.setContent('<body style="margin:0"><div id="canvas" style="width:1200px;height:600px"></div></body>');
  for (const style of ['diagram-js.css', 'bpmn-js.css', 'bpmn-font/css/bpmn-embedded.css']) await page.addStyleTag({ path: path.join(viewer, 'assets', style) });
  await page.addScriptTag({ path: path.join(viewer, 'bpmn-viewer.production.min.js') });
  return page.evaluate(async text => {
    window.viewer = new window.BpmnJS({ container: '#canvas' });
    await window.viewer.importXML(text);
    return window.viewer.get('canvas').viewbox().inner;
  }, xml);
}

async function saveSvg(page) {
  await writeFile(picture, await page.evaluate(async () => (await window.viewer.saveSVG()).svg));
}

async function savePng(page, bounds) {
  const [width, height] = [Math.ceil(bounds.width) + 2 * MARGIN, Math.ceil(bounds.height) + 2 * MARGIN];
  await page.setViewportSize({ width, height });
  await page.evaluate(([x, y, w, h]) => {
    Object.assign(document.querySelector('#canvas').style, { width: `${w}px`, height: `${h}px` });
    const canvas = window.viewer.get('canvas');
    canvas.resized();
    canvas.viewbox({ x, y, width: w, height: h });
  }, [bounds.x - MARGIN, bounds.y - MARGIN, width, height]);
  await page.screenshot({ path: picture });
}
