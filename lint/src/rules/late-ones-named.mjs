import { elementsOf, extensionOf, finding, isFlow, jobTypesOf, processesOf } from '../model.mjs';

/**
 * Who is supervised for a task that is late is who has it: the unit of its candidate group, and no unit where the group is the centre's
 * own. The variable owner says so to supervision.raise; else the owner of the case would answer for whoever looks into his request.
 */
export default project => processesOf(project).flatMap(document => {
  const elements = elementsOf(document);
  return elements.filter(element => element.$type === 'bpmn:UserTask').flatMap(task => [...raisedFor(task, elements)]
    .filter(raising => !names(ownerOf(raising), holderOf(task)))
    .map(raising => finding(document, raising.id, `supervises ${ownerOf(raising)} for ${task.id}, which is for ${holderOf(task) ?? 'no unit: map null into owner'}`)));
});

/** What supervises it, from the timers on the task. */
function raisedFor(task, elements) {
  const timers = elements.filter(event => event.attachedToRef === task && event.eventDefinitions?.some(({ $type }) => $type === 'bpmn:TimerEventDefinition'));
  const seen = new Set(timers);
  for (const element of seen) {
    if (element.$type !== 'bpmn:UserTask') elements.filter(flow => isFlow(flow) && flow.sourceRef === element).forEach(flow => seen.add(flow.targetRef));
  }
  return [...seen].filter(element => jobTypesOf(element).includes('supervision.raise'));
}

const ownerOf = raising => extensionOf(raising, 'zeebe:IoMapping')?.inputParameters?.find(({ target }) => target === 'owner')?.source ?? '=owner';

/** The variable that names the unit; undefined where the group has no unit. */
const holderOf = task => /(\w+)\.\w+/.exec(extensionOf(task, 'zeebe:AssignmentDefinition')?.candidateGroups ?? '')?.[1];

const names = (owner, holder) => holder ? new RegExp(`\\b${holder}\\b`).test(owner) : owner === '=null';
