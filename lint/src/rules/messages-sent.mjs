import { elementsOf, finding, processesOf, sourcesOf } from '../model.mjs';

/** Sent by staff or by the city's other systems, through the engine's own API. */
const FROM_OUTSIDE = new Set(['whistle.unitAdded', 'city.emergency']);

const THROWING = ['bpmn:IntermediateThrowEvent', 'bpmn:EndEvent', 'bpmn:SendTask'];

/** Every message or signal that a model waits for is sent by somebody, and every one that the workers send is awaited. */
export default project => {
  const events = processesOf(project).flatMap(document => elementsOf(document).flatMap(element => namesOf(element).map(name => ({ document, element, name }))));
  const thrown = events.filter(({ element }) => THROWING.includes(element.$type)).map(({ name }) => name);
  const awaited = events.filter(({ element }) => !THROWING.includes(element.$type));
  const sent = new Set([...FROM_OUTSIDE, ...thrown, ...sourcesOf(project).flatMap(source => [...source.root.strings])]);
  const known = new Set(awaited.map(({ name }) => name));
  return [
    ...awaited.filter(({ name }) => !sent.has(name)).map(({ document, element, name }) => finding(document, element.id, `waits for ${name}, which nobody sends`)),
    ...sourcesOf(project).flatMap(source => source.root.sentMessages.filter(name => !known.has(name)).map(name => finding(source, source.name, `sends ${name}, for which no model waits`))),
  ];
};

function namesOf(element) {
  const definitions = [element, ...(element.eventDefinitions ?? [])];
  return definitions.flatMap(definition => [definition.messageRef, definition.signalRef]).filter(Boolean).map(event => event.name);
}
