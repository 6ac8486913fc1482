import { componentsIn, finding, formsOf } from '../model.mjs';

const TEXTS = ['textfield', 'textarea'];
const LONGEST = 2000;

/**
 * Where people write freely they are told not to write of persons, since what they write becomes part of a process, and their text has
 * an end. What has a pattern is no free text.
 */
export default project => formsOf(project).flatMap(document => componentsIn(document).filter(isFree)
  .flatMap(component => problemsOf(component).map(problem => finding(document, component.id, problem))));

const isFree = component => TEXTS.includes(component.type) && !component.readonly && !component.validate?.pattern;

function problemsOf({ description, validate }) {
  return [
    ...(/个人信息/.test(description ?? '') ? [] : ['does not say that personal information has no place here (个人信息)']),
    ...(validate?.maxLength > 0 && validate.maxLength <= LONGEST ? [] : [`has no maxLength up to ${LONGEST}`]),
  ];
}
