import { componentsIn, elementsOf, finding, formsOf, processesOf } from '../model.mjs';

const PASCAL_CASE = /^[A-Z][A-Za-z0-9]*$/;
const TYPE_PREFIX = /^(Task|UserTask|ServiceTask|CallActivity|Activity|Event|StartEvent|EndEvent|BoundaryEvent|Gateway|Flow|SequenceFlow|SubProcess|Process|Message|Signal)(?=[A-Z0-9_]|$)/;
const GENERATED = /_[0-9a-z]{7}$/;

/** Ids say what an element means: workers, tests and people read them. */
export default project => [
  ...processesOf(project).flatMap(document => [...elementsOf(document), ...eventsIn(document)].flatMap(element => findingFor(document, element.id))),
  ...formsOf(project).flatMap(document => componentsIn(document).flatMap(component => findingFor(document, component.id))),
];

const eventsIn = document => document.root.rootElements.filter(element => ['bpmn:Message', 'bpmn:Signal', 'bpmn:Error'].includes(element.$type));

function findingFor(document, id) {
  if (GENERATED.test(id)) return [finding(document, id, 'is a generated id: give it one that says what it means')];
  if (!PASCAL_CASE.test(id)) return [finding(document, id, 'must be PascalCase')];
  const prefix = TYPE_PREFIX.exec(id)?.[1];
  return prefix ? [finding(document, id, `starts with its type ${prefix}: drop it`)] : [];
}
