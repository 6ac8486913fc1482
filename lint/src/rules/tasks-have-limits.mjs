import { elementsOf, extensionOf, finding, processOf, processesOf } from '../model.mjs';

const DURATION = /^P(?!$)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/;
const CASE_LIMITS = ['signBy', 'contactBy', 'settleBy'];
const SUPERVISORS = ['district', 'supervisor', 'supervisor-lead', 'above'];

/** Nobody's task waits in silence: each has its row in task-limits.json, with a limit, a reminder and an escalation. */
export default project => {
  const data = project.find(document => document.kind === 'data' && document.name === 'task-limits');
  const rows = data?.root.limits ?? [];
  const tasks = processesOf(project).flatMap(document => elementsOf(document).filter(element => element.$type === 'bpmn:UserTask').map(element => ({ document, element, process: processOf(document).id })));
  const rowsOf = ({ process, element }) => rows.filter(row => row.process === process && row.element === element.id);
  const isModelled = row => tasks.some(({ process, element }) => row.process === process && row.element === element.id);
  return [
    ...tasks.filter(task => rowsOf(task).length === 0).map(({ document, element }) => finding(document, element.id, 'has no row in task-limits.json: nobody would notice that nobody does it')),
    ...tasks.filter(({ element }) => extensionOf(element, 'zeebe:TaskSchedule')?.followUpDate).map(({ document, element }) => finding(document, element.id, 'sets a follow-up date, which is the watch\'s')),
    ...rows.filter(row => !isModelled(row)).map(row => finding(data, row.element, `is no user task of ${row.process}`)),
    ...tasks.flatMap(task => rowsOf(task).flatMap(row => mistakesIn(row, task).map(mistake => finding(data, row.element, mistake)))),
  ];
};

function mistakesIn(row, { document, element }) {
  const timers = elementsOf(document).filter(event => event.eventDefinitions?.some(definition => definition.$type === 'bpmn:TimerEventDefinition')).map(event => event.id);
  const limited = row.within ?? row.caseLimit ?? extensionOf(element, 'zeebe:TaskSchedule')?.dueDate;
  return [
    [!limited, 'has no limit: neither within nor caseLimit'],
    [row.within !== undefined && !DURATION.test(row.within), `is due within ${row.within}, which is no duration of days, hours and minutes`],
    [row.caseLimit !== undefined && !CASE_LIMITS.includes(row.caseLimit), `is due at ${row.caseLimit}, which is no limit of a case`],
    [!(row.remindShare > 0 && row.remindShare < 1) && row.remindedBy === undefined, 'is not reminded of: remindShare between 0 and 1, or remindedBy'],
    [row.remindedBy !== undefined && !timers.includes(row.remindedBy), `is reminded of by ${row.remindedBy}, which is no timer of its process`],
    [!DURATION.test(row.againEvery ?? ''), 'is escalated once and then forgotten: againEvery has no duration'],
    [row.escalatedBy !== undefined && !timers.includes(row.escalatedBy), `is escalated by ${row.escalatedBy}, which is no timer of its process`],
    [!SUPERVISORS.includes(row.escalateTo), `is escalated to ${row.escalateTo}, who supervises nothing`],
    [!row.source, 'says not where its numbers come from'],
  ].filter(([wrong]) => wrong).map(([, message]) => message);
}
