import { finding, modelsOf } from '../model.mjs';

/** A process, decision or form is found under its id. */
export default project => modelsOf(project).flatMap(document => idsOf(document).filter(id => id !== document.name)
  .map(id => finding(document, id, `is in the file ${document.name}: file name and id must be the same`)));

function idsOf({ kind, root }) {
  if (kind === 'bpmn') return root.rootElements.filter(element => element.$type === 'bpmn:Process').map(element => element.id);
  return kind === 'dmn' ? (root.drgElement ?? []).filter(element => element.$type === 'dmn:Decision').map(element => element.id) : [root.id];
}
