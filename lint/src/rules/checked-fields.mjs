import { componentsIn, finding, formsOf } from '../model.mjs';

/** What case.recordStep knows to check, and what asks for nothing. */
const FIELDS = ['textfield', 'textarea', 'number', 'checkbox', 'radio', 'select', 'checklist', 'taglist', 'datetime', 'dynamiclist'];
const SILENT = ['text', 'group', 'separator', 'spacer'];

/**
 * Whatever a form asks is checked when the task is completed, by rules that the check knows; a rule in FEEL has a sentence in each
 * language.
 */
export default project => formsOf(project).flatMap(document => componentsIn(document)
  .flatMap(component => problemsOf(component).map(problem => finding(document, component.id, problem))));

function problemsOf({ type, validate, properties }) {
  const { check, wrong, wrongEnglish, names } = properties ?? {};
  return [
    ...(FIELDS.includes(type) || SILENT.includes(type) ? [] : [`is a ${type}, which nobody checks`]),
    ...(validate?.validationType && validate.validationType !== 'custom' ? [`has the validation type ${validate.validationType}, which nobody checks: write a pattern`] : []),
    ...(names && names !== 'case' ? [`names a ${names}, which nobody looks up`] : []),
    ...(check && !check.startsWith('=') ? ['has a check that is no FEEL'] : []),
    ...(check && !(wrong && wrongEnglish) ? ['has a check without the sentences wrong and wrongEnglish'] : []),
  ];
}
