import { elementsOf, extensionOf, finding, processesOf } from '../model.mjs';

/** User tasks are Camunda user tasks with a form and candidate groups. */
export default project => processesOf(project).flatMap(document =>
  elementsOf(document).filter(element => element.$type === 'bpmn:UserTask')
    .flatMap(element => problemsOf(element).map(problem => finding(document, element.id, problem))));

function problemsOf(element) {
  const problems = [];
  if (!extensionOf(element, 'zeebe:UserTask')) problems.push('has no zeebe:userTask');
  if (!extensionOf(element, 'zeebe:FormDefinition')?.formId) problems.push('has no form');
  if (!extensionOf(element, 'zeebe:AssignmentDefinition')?.candidateGroups) problems.push('has no candidate groups');
  return problems;
}
