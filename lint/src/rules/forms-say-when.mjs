import { componentsIn, elementsOf, extensionOf, finding, formsOf, processOf, processesOf } from '../model.mjs';

const PATH = /^=\s*([A-Za-z_][\w.]*)$/;

/**
 * A task's form shows until when, where that is the case's limit or a date that the process knows, and what supervisors want of whoever
 * has the task. What is due some time after it began has its date in every task list.
 */
export default project => processesOf(project).flatMap(document => elementsOf(document)
  .filter(element => element.$type === 'bpmn:UserTask')
  .flatMap(element => unsaid(project, document, element)));

function unsaid(project, document, element) {
  const form = formsOf(project).find(({ name }) => name === extensionOf(element, 'zeebe:FormDefinition')?.formId);
  if (!form) return [];
  const said = componentsIn(form).filter(({ type }) => type === 'text').map(({ text }) => text).join('\n');
  return [...datesOf(project, document, element), 'instructions']
    .filter(name => !new RegExp(`\\b${name.replaceAll('.', '\\.')}\\b`).test(said))
    .map(name => finding(form, '', name === 'instructions'
      ? `does not show instructions, what supervisors want of whoever has ${element.id}`
      : `does not show ${name}, until when ${element.id} is due`));
}

function datesOf(project, document, element) {
  const rows = project.find(({ kind, name }) => kind === 'data' && name === 'task-limits')?.root.limits ?? [];
  const row = rows.find(({ process, element: task }) => process === processOf(document).id && task === element.id);
  const modelled = PATH.exec(extensionOf(element, 'zeebe:TaskSchedule')?.dueDate ?? '')?.[1];
  return [...new Set([modelled, row?.caseLimit && `limits.${row.caseLimit}`])].filter(Boolean);
}
