import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const require = createRequire(import.meta.url);
const viewer = path.join(path.dirname(require.resolve('bpmn-js/package.json')), 'dist');

/** Gives a page of a headless Chromium (CHROMIUM_PATH or /usr/bin/chromium) that is closed after use. */
export async function withPage(use) {
  const profile = await mkdtemp(path.join(tmpdir(), 'render-'));
  const browser = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', headless: true, args: ARGUMENTS });
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Shows a model with bpmn-js and returns the diagram's bounds. */
export async function show(page, xml) {
  await page.setContent('<body style="margin:0"><div id="canvas" style="width:1200px;height:600px"></div></body>');
  for (const style of ['diagram-js.css', 'bpmn-js.css', 'bpmn-font/css/bpmn-embedded.css']) await page.addStyleTag({ path: path.join(viewer, 'assets', style) });
  await page.addScriptTag({ path: path.join(viewer, 'bpmn-viewer.production.min.js') });
  return page.evaluate(async text => {
    window.viewer = new window.BpmnJS({ container: '#canvas' });
    await window.viewer.importXML(text);
    return window.viewer.get('canvas').viewbox().inner;
  }, xml);
}

/** The shown model as SVG. */
export const toSvg = page => page.evaluate(async () => (await window.viewer.saveSVG()).svg);
