import { elementsOf, extensionOf, finding, processesOf } from '../model.mjs';

/** A task's listeners by event: what a person does stands in the timeline, and so does what ended before anybody did it. */
const LISTENERS = { completing: 'case.recordStep', canceling: 'case.recordEnded' };

export default project => processesOf(project).flatMap(document =>
  elementsOf(document).filter(element => element.$type === 'bpmn:UserTask').flatMap(element =>
    Object.entries(LISTENERS).filter(([eventType, type]) => !listens(element, eventType, type))
      .map(([eventType, type]) => finding(document, element.id, `has no ${eventType} task listener of type ${type}`))));

const listens = (element, eventType, type) => extensionOf(element, 'zeebe:TaskListeners')?.listeners
  ?.some(listener => listener.eventType === eventType && listener.type === type) ?? false;
