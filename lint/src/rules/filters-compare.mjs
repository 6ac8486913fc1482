import { parser } from '@bpmn-io/lezer-feel';
import { componentsIn, finding, formsOf } from '../model.mjs';

const feel = parser.configure({ top: 'Expression' });
const COMPARES = ['Comparison', 'Conjunction', 'Disjunction'];
const COUNTS = ['NumericLiteral', 'VariableName'];

/**
 * A filter in a form compares, or names a place in the list: `[list contains(done, code) = false]`. The form viewer evaluates any other condition outside the filter,
 * where the list's own names mean nothing, and so lets all pass or none; the program, which checks answers, evaluates it inside.
 */
export default project => formsOf(project).flatMap(document => componentsIn(document)
  .flatMap(component => [...new Set(textsOf(component).flatMap(filtersIn))]
    .map(filter => finding(document, component.id, `filters by ${filter}, which the form viewer doesn't look up in the list: compare it, as in [… = true]`))));

/** Whatever of a component's own is FEEL, at any depth, but not of the components in it. */
function textsOf({ components, ...own }) {
  const walk = value => typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(walk);
  return walk(own).filter(text => text.startsWith('='));
}

function filtersIn(text) {
  const source = text.slice(1);
  const found = [];
  feel.parse(source).iterate({
    enter({ node, name }) {
      const condition = name === 'FilterExpression' && node.lastChild.prevSibling;
      if (condition && ![...COMPARES, ...COUNTS].includes(condition.name)) {
        found.push(source.slice(condition.from, condition.to));
      }
    },
  });
  return found;
}
