import { decisionsOf, finding, rulesIn, tablesIn } from '../model.mjs';
import { feelErrors } from './feel.mjs';

/** FEEL in every input and entry of the decision tables. */
export function checkDmn(project) {
  return decisionsOf(project).flatMap(document => [
    ...tablesIn(document).flatMap(table => table.input.map(input => input.inputExpression)).flatMap(errorsOf(document, 'expression')),
    ...rulesIn(document).flatMap(({ rule }) => rule.inputEntry.filter(notAny)).flatMap(errorsOf(document, 'unaryTests')),
    ...rulesIn(document).flatMap(({ rule }) => rule.outputEntry).flatMap(errorsOf(document, 'expression')),
  ]);
}

const notAny = entry => !['', '-'].includes(entry.text?.trim() ?? '');

const errorsOf = (document, dialect) => entry =>
  feelErrors(entry.text ?? '', dialect).map(message => ({ ...finding(document, entry.id, `${message} in ${entry.text}`), rule: 'feel' }));
