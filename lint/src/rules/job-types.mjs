import { elementsOf, extensionOf, finding, processesOf } from '../model.mjs';

const JOB_TYPE = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

/** Job types are `<domain>.<verbNoun>`. */
export default project => processesOf(project).flatMap(document => elementsOf(document).flatMap(element =>
  typesOf(element).filter(type => !JOB_TYPE.test(type)).map(type => finding(document, element.id, `has the job type ${type}, must be <domain>.<verbNoun>`))));

function typesOf(element) {
  const task = extensionOf(element, 'zeebe:TaskDefinition');
  const listeners = [...(extensionOf(element, 'zeebe:TaskListeners')?.listeners ?? []), ...(extensionOf(element, 'zeebe:ExecutionListeners')?.listeners ?? [])];
  return [task, ...listeners].filter(Boolean).map(definition => definition.type);
}
