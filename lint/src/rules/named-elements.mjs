import { elementsOf, finding, isGateway, isNode, processesOf } from '../model.mjs';

const QUESTIONS = ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:EventBasedGateway'];

/** Tasks, events and gateways that ask something carry the name that staff use. */
export default project => processesOf(project).flatMap(document =>
  elementsOf(document).filter(element => isNode(element) && mustHaveName(element) && !element.name?.trim())
    .map(element => finding(document, element.id, 'has no name')));

const mustHaveName = element => !isGateway(element) || (QUESTIONS.includes(element.$type) && element.outgoing?.length > 1);
