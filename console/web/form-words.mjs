// The form viewer's own words are English literals in its source: each is asked for at `formWord`, which has them in both languages.
// A literal that a new version of the viewer has no more fails the build, so that none is lost in silence.
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FIELDS } from "./form-fields.mjs";

const ISLAND = join(dirname(fileURLToPath(import.meta.url)), "islands/task-form");
const WORDS = join(ISLAND, "words.ts");
const NUMBERS = join(ISLAND, "numbers.ts");

const LITERALS = [
  "'No results'", "'All values selected'", "'Search'", "'Select'", "'Add new'", '"Skip to search"', "'Collapse'", '"Increment"', '"Decrement"',
  "'Date and time must both be entered.'", "'Value is not a number.'", "'Field is required.'",
];
// What has a value in it, as it stands in the source, and as it is asked for.
const PATTERNS = {
  "`Remove list item ${itemIndex + 1}`": 'formWord("Remove row {0}", itemIndex + 1)',
  "`Field must have minimum value of ${validation.min}.`": 'formWord("Must be at least {0}.", validation.min)',
  "`Field must have maximum value of ${validation.max}.`": 'formWord("Must be at most {0}.", validation.max)',
  "`Field must have minimum length of ${validation.minLength}.`": 'formWord("Must have at least {0} characters.", validation.minLength)',
  "`Field must have maximum length of ${validation.maxLength}.`": 'formWord("Must have at most {0} characters.", validation.maxLength)',
  "`Field must match pattern ${validation.pattern}.`": 'formWord("Must be of the form {0}.", validation.pattern)',
  "'Value is expected to ' + (decimalDigits === 0 ? 'be an integer' : `have at most ${decimalDigits} decimal digit${decimalDigits > 1 ? 's' : ''}`) + '.'":
    'formWord(decimalDigits === 0 ? "Must be a whole number." : "Must have at most {0} decimals.", decimalDigits)',
};

export const formWords = {
  name: "form-words",
  setup(build) {
    build.onLoad({ filter: /form-js-viewer[\\/]dist[\\/]index\.es\.js$/ }, async ({ path }) => {
      const words = [...LITERALS.map((literal) => [literal, `formWord(${literal})`]), ...Object.entries(PATTERNS), ...Object.entries(FIELDS)];
      const contents = words.reduce(replaced, await readFile(path, "utf8"));
      const ours = `import { formWord } from ${JSON.stringify(WORDS)};\nimport { isPlainNumber, plainDigits } from ${JSON.stringify(NUMBERS)};\n`;
      return { contents: ours + contents, loader: "js" };
    });
  },
};

function replaced(source, [literal, asked]) {
  const parts = source.split(literal);
  if (parts.length === 1) {
    throw new Error(`the form viewer has no ${literal} any more: look how it says it now`);
  }
  return parts.join(asked);
}
