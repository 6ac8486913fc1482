import { decisionsOf, elementsOf, extensionsIn, finding, formsOf, processOf, processesOf, sourcesOf } from '../model.mjs';

/** Nothing lies about: every form is shown, every decision is asked, every process is called or started. */
export default project => {
  const called = (type, property) => new Set(processesOf(project).flatMap(document => extensionsIn(document, type)).map(({ value }) => value[property]));
  const forms = called('zeebe:FormDefinition', 'formId');
  const decisions = new Set([...called('zeebe:CalledDecision', 'decisionId'), ...requiredDecisions(project)]);
  const processes = new Set([...called('zeebe:CalledElement', 'processId'), ...sourcesOf(project).flatMap(source => [...source.root.strings])]);
  return [
    ...formsOf(project).filter(form => !forms.has(form.root.id)).map(form => finding(form, form.root.id, 'is the form of no user task')),
    ...decisionsOf(project).flatMap(document => (document.root.drgElement ?? []).filter(isDecision).filter(({ id }) => !decisions.has(id)).map(({ id }) => finding(document, id, 'is asked by no process'))),
    ...processesOf(project).filter(document => !processes.has(processOf(document)?.id) && !startsItself(document)).map(document => finding(document, processOf(document)?.id, 'is called by no process and started by nobody')),
  ];
};

const isDecision = element => element.$type === 'dmn:Decision';

const requiredDecisions = project => decisionsOf(project).flatMap(document => document.root.drgElement ?? []).flatMap(element => element.informationRequirement ?? [])
  .map(requirement => requirement.requiredDecision?.href?.replace('#', ''));

const startsItself = document => elementsOf(document).some(element => element.$type === 'bpmn:StartEvent' && element.$parent.$type === 'bpmn:Process' && element.eventDefinitions?.length > 0);
