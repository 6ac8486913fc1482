import { elementsOf, finding, isNode, processOf, processesOf } from '../model.mjs';

const LONGEST = 60;

/**
 * Names are Chinese, so each process, each node and each flow that has a name has its English name in the documentation. Pages in English
 * show what stands before the first colon or semicolon there, or up to the first question mark.
 */
export default project => processesOf(project).flatMap(document =>
  [processOf(document), ...elementsOf(document).filter(element => isNode(element) || element.name)]
    .flatMap(element => problemsOf(element).map(problem => finding(document, element.id, problem))));

function problemsOf({ documentation }) {
  const text = documentation?.[0]?.text?.trim();
  const name = text?.match(/^[^:;?]*\??/)[0].trim();
  return [
    !text && 'has no documentation: write its English term',
    name && /\p{Script=Han}/u.test(name) && 'has Chinese in its English name, at the beginning of the documentation',
    name?.length > LONGEST && `has an English name of more than ${LONGEST} characters: end it by a colon`,
  ].filter(Boolean);
}
