import { readFile, writeFile } from 'node:fs/promises';
import { show, toSvg, withPage } from './viewer.mjs';

const MARGIN = 20;

const [model, picture] = process.argv.slice(2);
if (!model || !/\.(png|svg)$/.test(picture ?? '')) {
  console.error('Usage: npm run render -- MODEL.bpmn PICTURE.png|PICTURE.svg (Chromium: CHROMIUM_PATH or /usr/bin/chromium)');
  process.exit(2);
}
await withPage(async page => {
  const bounds = await show(page, await readFile(model, 'utf8'));
  await (picture.endsWith('.svg') ? writeFile(picture, await toSvg(page)) : savePng(page, bounds));
});

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
