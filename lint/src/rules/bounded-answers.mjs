import { componentsIn, finding, formsOf } from '../model.mjs';

const CHOICES = ['radio', 'select', 'checklist', 'taglist'];

/** A choice is one of a list, a long list is searched, a number lies between two others, a time is held against the clock. */
export default project => formsOf(project).flatMap(document => componentsIn(document)
  .flatMap(component => problemsOf(component).map(problem => finding(document, component.id, problem))));

function problemsOf(component) {
  const { type, values, valuesExpression, searchable, validate, decimalDigits, properties } = component;
  const problems = [];
  if (CHOICES.includes(type) && !values?.length && !valuesExpression) problems.push('offers nothing to choose from');
  if (type === 'select' && valuesExpression && !searchable) problems.push('offers what a process knows, and is not searchable');
  if (type === 'number' && (validate?.min === undefined || validate?.max === undefined)) problems.push('has not both a least and a greatest number');
  if (type === 'number' && decimalDigits === undefined) problems.push('does not say how many decimals it takes');
  if (type === 'datetime' && !/now\(\)/.test(properties?.check ?? '')) problems.push('takes any time: hold it against now() in the property check');
  return problems;
}
