// A page of a browser as SVG: boxes, lines and words as they stand on it, each line of words a text.
import { fileURLToPath } from "node:url";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const WALK = readFileSync(join(dirname(fileURLToPath(import.meta.url)), "drawn-walk.js"), "utf8");

// The page from its top, at most so high.
export async function drawn(page, height) {
  return page.evaluate(`${WALK}; drawPage(${height})`);
}
