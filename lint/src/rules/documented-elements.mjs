import { elementsOf, finding, isNode, processOf, processesOf } from '../model.mjs';

/** Names are Chinese, so each node and process has its English term in the documentation. */
export default project => processesOf(project).flatMap(document =>
  [processOf(document), ...elementsOf(document).filter(isNode)].filter(element => !element.documentation?.[0]?.text?.trim())
    .map(element => finding(document, element.id, 'has no documentation: write its English term')));
