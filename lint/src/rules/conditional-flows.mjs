import { elementsOf, finding, processesOf } from '../model.mjs';

const DECIDING = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'];

/** Each way out of a deciding gateway has a name, and a FEEL condition unless it is the default. */
export default project => processesOf(project).flatMap(document =>
  elementsOf(document).filter(splits).flatMap(gateway => gateway.outgoing.flatMap(flow => problemsOf(gateway, flow)
    .map(problem => finding(document, flow.id, problem)))));

const splits = element => DECIDING.includes(element.$type) && element.outgoing?.length > 1;

function problemsOf(gateway, flow) {
  const condition = flow.conditionExpression?.body;
  const problems = flow.name ? [] : [`leaves ${gateway.id} without a name`];
  if (gateway.default === flow) return condition ? [...problems, 'is the default, so its condition is never asked'] : problems;
  if (!condition) return [...problems, `leaves ${gateway.id} without a condition`];
  return condition.startsWith('=') ? problems : [...problems, `has the condition ${condition}, which must start with =`];
}
