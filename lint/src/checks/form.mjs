import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { componentsIn, finding, formsOf } from '../model.mjs';
import { feelErrors } from './feel.mjs';

const require = createRequire(import.meta.url);

/** What Camunda 8.8's form renderer knows, and FEEL anywhere in a component. */
export async function checkForms(project) {
  const { FormLinter } = await loadFormLinting();
  return formsOf(project).flatMap(document => [
    ...new FormLinter().lint(document.root).map(report => ({ ...finding(document, report.id, report.message), rule: 'form' })),
    ...componentsIn(document).flatMap(component => nestedFeelErrors(document, component)),
  ]);
}

/** The package is made for bundlers, Node can't import it as it is. */
async function loadFormLinting() {
  const { outputFiles } = await build({ entryPoints: [require.resolve('@camunda/form-linting')], bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'error' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

function nestedFeelErrors(document, component) {
  return expressionsIn({ ...component, components: [] }).flatMap(({ path, text }) =>
    [...feelErrors(text), ...brokenTexts(text)].map(message => ({ ...finding(document, component.id, `${path}: ${message}`), rule: 'feel' })));
}

function expressionsIn(value, path = '') {
  if (typeof value === 'string') return feelIn(value).map(text => ({ path, text }));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => expressionsIn(inner, path ? `${path}.${key}` : key));
}

/** The form viewer shows a warning sign in place of an expression that has a line break inside a text. */
function brokenTexts(expression) {
  return (expression.match(/"(?:\\.|[^"\\])*"/gs) ?? []).some(text => text.includes('\n')) ? ['a text in it has a line break: put it outside'] : [];
}

/** A whole expression, or those that stand in a text between braces; what begins with # or / only opens and closes a part of the text. */
function feelIn(text) {
  return text.startsWith('=') ? [text.slice(1)] : [...text.matchAll(/\{\{([^#/][\s\S]*?)\}\}/g)].map(found => found[1]);
}
