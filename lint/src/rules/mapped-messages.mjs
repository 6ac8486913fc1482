import { elementsOf, extensionOf, finding, processesOf } from '../model.mjs';

const CATCHING = ['bpmn:BoundaryEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:ReceiveTask'];

/** Who waits for a message maps out what is taken of it: whoever can send one would else set any variable. */
export default project => processesOf(project).flatMap(document => elementsOf(document)
  .filter(element => CATCHING.includes(element.$type) && isMessage(element) && !extensionOf(element, 'zeebe:IoMapping')?.outputParameters?.length)
  .map(element => finding(document, element.id, 'takes every variable of its message: map out those that are meant')));

const isMessage = element => [element, ...(element.eventDefinitions ?? [])].some(({ messageRef }) => messageRef);
