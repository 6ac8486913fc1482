import { decisionsOf, extensionsIn, finding, formsOf, processOf, processesOf } from '../model.mjs';

/** Every called process, decision and form is in the repository. */
export default project => {
  const processes = new Set(processesOf(project).map(document => processOf(document)?.id));
  const decisions = new Set(decisionsOf(project).flatMap(document => document.root.drgElement ?? []).map(decision => decision.id));
  const forms = new Set(formsOf(project).map(document => document.root.id));
  return processesOf(project).flatMap(document => [
    ...missing(document, 'zeebe:CalledElement', 'processId', processes, 'process'),
    ...missing(document, 'zeebe:CalledDecision', 'decisionId', decisions, 'decision'),
    ...missing(document, 'zeebe:FormDefinition', 'formId', forms, 'form'),
  ]);
};

function missing(document, type, property, known, kind) {
  return extensionsIn(document, type).filter(({ value }) => !known.has(value[property]))
    .map(({ element, value }) => finding(document, element.id, `calls the ${kind} ${value[property]}, which does not exist`));
}
