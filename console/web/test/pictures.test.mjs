// The pictures of pages in README and the guides: each is there, each is shown, each in the language of its reader.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { LANGUAGES, SCENES } from "./scenes.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const PAGES = join(ROOT, "docs/pages");
const LARGEST = 150_000;
const TEXTS = ["README.md", "README.zh-CN.md", ...readdirSync(join(ROOT, "docs/guides")).map((name) => `docs/guides/${name}`)];

const shown = TEXTS.flatMap((text) =>
  [...readFileSync(join(ROOT, text), "utf8").matchAll(/(?:!\[[^\]]+\]\(|<img src=")([^)"]*pages\/[^)"]+)/g)].map((found) => ({
    text,
    file: resolve(ROOT, dirname(text), found[1]),
  })));
const files = readdirSync(PAGES).map((name) => join(PAGES, name));

describe("the pictures of pages", () => {
  it("are those of the scenes, in both languages", () => {
    const expected = SCENES.flatMap(({ name }) => LANGUAGES.map(({ suffix }) => join(PAGES, `${name}-${suffix}.svg`)));
    assert.deepEqual(files.sort(), expected.sort());
  });

  it("are there where README and the guides show them, and are all shown", () => {
    assert.deepEqual([...new Set(shown.map(({ file }) => file))].sort(), files.sort());
  });

  it("are in the language of the text around them", () => {
    const foreign = shown.filter(({ text, file }) => file.endsWith("-zh.svg") !== text.endsWith(".zh-CN.md"));
    assert.deepEqual(foreign, []);
  });

  it("keep their words as text, are small, and show nobody's telephone number", () => {
    for (const file of files) {
      const svg = readFileSync(file, "utf8");
      assert.ok(svg.length < LARGEST, `${file} has ${svg.length} characters`);
      assert.match(svg, /<text /, file);
      assert.doesNotMatch(svg, /1[3-9]\d{9}|<image|data:|<script/, file);
    }
  });
});
