import { decisionsOf, finding, rulesIn } from '../model.mjs';

/** Each decision names its source, each rule its reason: policy staff change them. */
export default project => decisionsOf(project).flatMap(document => [
  ...(document.root.drgElement ?? []).filter(decision => !decision.description).map(decision => finding(document, decision.id, 'has no description: name its source')),
  ...rulesIn(document).filter(({ rule }) => !rule.description).map(({ rule }) => finding(document, rule.id, 'has no annotation: say why')),
]);
