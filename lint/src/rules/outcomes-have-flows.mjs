import { componentsIn, elementsOf, extensionOf, finding, formsOf, isGateway, processesOf } from '../model.mjs';

/**
 * Where a gateway asks what a form's field says, each value that the form offers stands in one of its conditions: none goes by the
 * default, which is for what nobody offers.
 */
export default project => {
  const choices = new Map(formsOf(project).map(form => [form.root.id, choicesOf(form)]));
  return processesOf(project).flatMap(document => elementsOf(document).filter(element => element.$type === 'bpmn:UserTask')
    .flatMap(task => (choices.get(extensionOf(task, 'zeebe:FormDefinition')?.formId) ?? [])
      .flatMap(({ key, values }) => missing(gatewayAfter(task), key, values).map(value => finding(document, task.id, `offers ${key} ${value}, for which no flow is meant`)))));
};

/** The fields of a form whose values are words; yes and no are asked by one of them. */
const choicesOf = form => componentsIn(form).filter(component => component.key && component.values?.every(({ value }) => typeof value === 'string'))
  .map(({ key, values }) => ({ key, values: values.map(({ value }) => value) }));

function missing(gateway, key, values) {
  const conditions = (gateway?.outgoing ?? []).map(flow => flow.conditionExpression?.body ?? '');
  const asks = new RegExp(`\\b${key.replaceAll('.', '\\.')}\\b`);
  return conditions.some(condition => asks.test(condition)) ? values.filter(value => !conditions.some(condition => condition.includes(`"${value}"`))) : [];
}

/** The next gateway that decides, past those at which flows meet. */
function gatewayAfter(node) {
  const next = node.outgoing?.length === 1 ? node.outgoing[0].targetRef : undefined;
  if (!next || !isGateway(next)) return undefined;
  return next.outgoing?.length > 1 ? next : gatewayAfter(next);
}
