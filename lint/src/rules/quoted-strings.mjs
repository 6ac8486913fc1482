import { decisionsOf, finding, rulesIn } from '../model.mjs';

const BARE_WORD = /^[A-Za-z][\w-]*$/;
const LITERALS = ['null', 'true', 'false'];

/** A bare word in a decision table is a variable, mostly an absent one: strings are quoted. */
export default project => decisionsOf(project).flatMap(document => rulesIn(document).flatMap(({ rule }) =>
  [...rule.inputEntry, ...rule.outputEntry].filter(entry => BARE_WORD.test(entry.text ?? '') && !LITERALS.includes(entry.text))
    .map(entry => finding(document, entry.id, `has the bare word ${entry.text}: quote it if it is a string`))));
