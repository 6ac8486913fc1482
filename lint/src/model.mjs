/** All BPMN documents of a project. */
export const processesOf = project => project.filter(document => document.kind === 'bpmn');

/** All DMN documents of a project. */
export const decisionsOf = project => project.filter(document => document.kind === 'dmn');

/** All forms of a project. */
export const formsOf = project => project.filter(document => document.kind === 'form');

/** All that is deployed: processes, decisions and forms. */
export const modelsOf = project => project.filter(document => ['bpmn', 'dmn', 'form'].includes(document.kind));

/** All Java sources of a project. */
export const sourcesOf = project => project.filter(document => document.kind === 'java');

/** The process of a BPMN document; Whistle has one a file. */
export const processOf = document => document.root.rootElements.find(element => element.$type === 'bpmn:Process');

/** Every flow element of a BPMN document, at any depth. */
export function elementsOf(document) {
  return (document.root.rootElements ?? []).filter(element => element.$type === 'bpmn:Process').flatMap(inside);
}

function inside(scope) {
  return (scope.flowElements ?? []).flatMap(element => [element, ...inside(element)]);
}

export const isFlow = element => element.$type === 'bpmn:SequenceFlow';
export const isNode = element => element.$instanceOf('bpmn:FlowNode');
export const isGateway = element => element.$instanceOf('bpmn:Gateway');

/** The job types of an element: its own and those of its listeners. */
export function jobTypesOf(element) {
  const listeners = ['zeebe:TaskListeners', 'zeebe:ExecutionListeners'].flatMap(type => extensionOf(element, type)?.listeners ?? []);
  return [extensionOf(element, 'zeebe:TaskDefinition'), ...listeners].filter(Boolean).map(definition => definition.type);
}

/** The extension element of a type, or undefined. */
export function extensionOf(element, type) {
  return element.extensionElements?.values?.find(value => value.$type === type);
}

/** Every extension element of a type in a BPMN document, with the element that carries it. */
export function extensionsIn(document, type) {
  return elementsOf(document).map(element => ({ element, value: extensionOf(element, type) })).filter(pair => pair.value);
}

/** Every rule of the decision tables in a DMN document, with its table. */
export function rulesIn(document) {
  return tablesIn(document).flatMap(table => (table.rule ?? []).map(rule => ({ table, rule })));
}

/** Every decision table of a DMN document. */
export function tablesIn(document) {
  return (document.root.drgElement ?? []).map(decision => decision.decisionLogic).filter(logic => logic?.$type === 'dmn:DecisionTable');
}

/** Every component of a form, at any depth. */
export function componentsIn(document) {
  const walk = components => (components ?? []).flatMap(component => [component, ...walk(component.components)]);
  return walk(document.root.components);
}

/** The variables that a form asks for: the first part of each field's key. */
export function questionsOf(document) {
  const fields = components => (components ?? []).flatMap(component => component.path ? [component.path] : [component.key, ...fields(component.components)]);
  return new Set(fields(document.root.components).filter(Boolean).map(key => key.split('.')[0]));
}

/** A finding: what is wrong, where. */
export const finding = (document, id, message) => ({ file: document.file, id, message });
