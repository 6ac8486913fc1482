// Builds style and scripts into target/web/assets, each named by its content, and manifest.json, which says which is which.
import { createHash } from "node:crypto";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";
import { formWords } from "./form-words.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../target/web/assets");
const modules = join(here, "node_modules");

// An entry each: what every page loads, and an island for each folder.
const ISLANDS = ["task-form", "bpmn-drawing", "patrols"];
const SCRIPTS = { page: "page.ts", "patrols-worker": "islands/patrols/worker.ts", ...islands("ts") };
const STYLES = { page: "style/page.scss", ...islands("scss") };
const PICTURES = ["style/icon.svg"];

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const manifest = {};

for (const [name, source] of Object.entries(STYLES)) {
  const { css } = sass.compile(join(here, source), {
    loadPaths: [join(here, "style"), modules],
    style: "compressed",
    quietDeps: true,
  });
  await keep(`${name}.css`, css);
}

const built = await esbuild.build({
  absWorkingDir: here,
  entryPoints: SCRIPTS,
  outdir: out,
  entryNames: "[name]-[hash]",
  chunkNames: "chunk-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "linked",
  metafile: true,
  plugins: [formWords],
  logLevel: "warning",
});
for (const [file, { entryPoint }] of Object.entries(built.metafile.outputs)) {
  const name = Object.keys(SCRIPTS).find((key) => SCRIPTS[key] === entryPoint);
  if (name) {
    manifest[`${name}.js`] = file.split("/").pop();
  }
}

for (const picture of PICTURES) {
  await cp(join(here, picture), join(out, picture.split("/").pop()));
}
await writeFile(join(out, "manifest.json"), JSON.stringify(manifest, null, 1));

function islands(ext) {
  return Object.fromEntries(ISLANDS.map((name) => [name, `islands/${name}/${name}.${ext}`]));
}

async function keep(name, text) {
  const [stem, ext] = name.split(/\.(?=[^.]+$)/);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8).toUpperCase();
  manifest[name] = `${stem}-${hash}.${ext}`;
  await writeFile(join(out, manifest[name]), text);
}
