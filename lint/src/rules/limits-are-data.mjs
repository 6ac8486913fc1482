import { elementsOf, extensionOf, finding, processesOf } from '../model.mjs';

const CONSTANT = /"?\bP(T?\d+[YMWDHS])+|\bR\d*\/|\d{4}-\d{2}-\d{2}/;

/** Limits change without a new model: they come from decision tables and registry data. */
export default project => processesOf(project).flatMap(document => elementsOf(document).flatMap(element =>
  timesOf(element).filter(time => CONSTANT.test(time)).map(time => finding(document, element.id, `has the constant time ${time}: take it from a table or from data`))));

function timesOf(element) {
  const timers = (element.eventDefinitions ?? []).flatMap(event => [event.timeDate, event.timeDuration, event.timeCycle]).filter(Boolean).map(expression => expression.body);
  const schedule = extensionOf(element, 'zeebe:TaskSchedule');
  return [...timers, schedule?.dueDate, schedule?.followUpDate].filter(Boolean);
}
