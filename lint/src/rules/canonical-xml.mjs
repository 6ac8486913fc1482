import { finding } from '../model.mjs';

/** Models are written as Camunda Modeler writes them, so that saving one there changes only what was edited. */
export default project => project.filter(document => document.canonical && document.canonical !== document.text)
  .map(document => finding(document, '', `line ${firstDifference(document)} is not written as Camunda Modeler writes it: open and save it there`));

function firstDifference({ text, canonical }) {
  const [actual, expected] = [text.split('\n'), canonical.split('\n')];
  return expected.findIndex((line, index) => line !== actual[index]) + 1 || expected.length + 1;
}
