import { componentsIn, finding, formsOf } from '../model.mjs';

const TEXTS = ['label', 'text', 'description', 'dateLabel', 'timeLabel'];
const CHINESE = /\p{Script=Han}/u;

/**
 * A form is deployed in Chinese, and a person with English pages reads it in English: each text that has Chinese in it has its English
 * among the component's own properties, and none is left behind by a text that went.
 */
export default project => formsOf(project).flatMap(document => componentsIn(document)
  .flatMap(component => problemsOf(component).map(problem => finding(document, component.id, problem))));

function problemsOf({ properties = {}, values = [], ...component }) {
  const expected = new Map([
    ...TEXTS.map(text => [`${text}English`, component[text]]),
    ...values.map(({ label, value }) => [`optionEnglish:${value}`, label]),
  ].filter(([, chinese]) => CHINESE.test(chinese ?? '')));
  const given = Object.keys(properties).filter(name => /^(label|text|description|dateLabel|timeLabel)English$|^optionEnglish:/.test(name));
  return [
    ...[...expected.keys()].filter(name => !properties[name]?.trim()).map(name => `has Chinese without its English: property ${name}`),
    ...given.filter(name => !expected.has(name)).map(name => `has the property ${name} for a text that it has not`),
    ...given.filter(name => expected.has(name) && CHINESE.test(properties[name])).map(name => `has Chinese in its property ${name}`),
  ];
}
