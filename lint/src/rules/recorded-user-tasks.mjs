import { elementsOf, extensionOf, finding, processesOf } from '../model.mjs';

/** What a person does stands in the timeline: every user task tells case.recordStep when it is completed. */
export default project => processesOf(project).flatMap(document =>
  elementsOf(document).filter(element => element.$type === 'bpmn:UserTask' && !isRecorded(element))
    .map(element => finding(document, element.id, 'has no completing task listener of type case.recordStep')));

const isRecorded = element => extensionOf(element, 'zeebe:TaskListeners')?.listeners
  ?.some(listener => listener.eventType === 'completing' && listener.type === 'case.recordStep') ?? false;
