import { extensionsIn, finding, processesOf } from '../model.mjs';

const BINDABLE = ['zeebe:CalledElement', 'zeebe:CalledDecision', 'zeebe:FormDefinition'];

/** What a model calls is what was deployed with it, so that a running case keeps its rules. */
export default project => processesOf(project).flatMap(document =>
  BINDABLE.flatMap(type => extensionsIn(document, type))
    .filter(({ value }) => value.bindingType !== 'deployment')
    .map(({ element, value }) => finding(document, element.id, `bindingType is ${value.bindingType}, must be deployment`)));
