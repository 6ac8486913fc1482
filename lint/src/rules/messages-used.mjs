import { elementsOf, finding, processesOf } from '../model.mjs';

/** Every event has its message or signal, every declared one is used, and message names are `<domain>.<whatHappened>`. */
export default project => processesOf(project).flatMap(document => {
  const users = elementsOf(document).flatMap(element => referencesOf(element).map(reference => ({ element, reference })));
  const declared = document.root.rootElements.filter(element => ['bpmn:Message', 'bpmn:Signal'].includes(element.$type));
  const used = new Set(users.map(({ reference }) => reference));
  return [
    ...users.filter(({ reference }) => !reference).map(({ element }) => finding(document, element.id, 'refers to no message or signal')),
    ...declared.filter(event => !used.has(event)).map(event => finding(document, event.id, 'is used by no element')),
    ...declared.filter(event => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(event.name ?? '')).map(event => finding(document, event.id, `has the name ${event.name}, must be <domain>.<whatHappened>`)),
  ];
});

function referencesOf(element) {
  if (element.$type === 'bpmn:ReceiveTask') return [element.messageRef];
  return (element.eventDefinitions ?? []).flatMap(event =>
    event.$type === 'bpmn:MessageEventDefinition' ? [event.messageRef] : event.$type === 'bpmn:SignalEventDefinition' ? [event.signalRef] : []);
}
