import { elementsOf, extensionOf, finding, formsOf, processesOf, questionsOf } from '../model.mjs';

/** What every process of a case goes by; nobody's task and nobody's message rewrites it. */
const RESERVED = new Set(['caseId', 'case', 'owner', 'district', 'limits', 'round', 'timeLimit', 'signals', 'catalogue', 'route', 'verdict', 'inclusion', 'whistle', 'summons', 'profile', 'suspensionRule', 'objectionRule', 'unitChoices', 'summonses', 'coHandler', 'intake']);

const WORDS = new Set(['true', 'false', 'null']);

/**
 * These forms ask for a resident's words. What a task maps stays with it as its own variable, for good: so nothing is mapped, the step
 * before puts null into what the form asks, and the step after takes the words out again.
 */
const FORGOTTEN = new Set(['call-resident']);

/**
 * A user task sees no earlier answer as its own, and gives on nothing but what it maps: each question of its form is an input, and it
 * has outputs: each question goes into one, no other variable is passed on as a completion may bring it, none is a reserved one. Without
 * outputs an engine takes every variable that a completion brings.
 */
export default project => {
  const questions = new Map(formsOf(project).map(form => [form.root.id, questionsOf(form)]));
  return processesOf(project).flatMap(document => elementsOf(document).filter(element => element.$type === 'bpmn:UserTask')
    .flatMap(element => problemsOf(element, questions).map(problem => finding(document, element.id, problem))));
};

function problemsOf(element, questions) {
  const form = extensionOf(element, 'zeebe:FormDefinition')?.formId;
  if (FORGOTTEN.has(form)) return [];
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  const targets = parameters => new Set((parameters ?? []).map(({ target }) => target));
  const [inputs, outputs] = [targets(mapping?.inputParameters), targets(mapping?.outputParameters)];
  const sources = (mapping?.outputParameters ?? []).map(({ source }) => source);
  const asked = questions.get(form) ?? new Set();
  return [
    ...[...asked].filter(name => !inputs.has(name)).map(name => `may show an earlier ${name} as its own: map it in`),
    ...(outputs.size ? [] : ['has no output, so that a completion may set any variable']),
    ...(outputs.size ? [...asked].filter(name => !sources.some(source => new RegExp(`\\b${name}\\b`).test(source))).map(name => `asks for ${name} and maps it nowhere`) : []),
    ...sources.filter(source => /^=\w+$/.test(source)).map(source => source.slice(1)).filter(name => !asked.has(name) && !WORDS.has(name)).map(name => `passes on ${name}, which its form does not ask for`),
    ...[...outputs].filter(name => RESERVED.has(name)).map(name => `maps out ${name}, which no task may set`),
  ];
}
