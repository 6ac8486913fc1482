import { elementsOf, finding, isFlow, isNode, processesOf } from '../model.mjs';

/** Every node and flow is drawn. */
export default project => processesOf(project).flatMap(document => {
  const drawn = new Set((document.root.diagrams ?? []).flatMap(diagram => diagram.plane?.planeElement ?? []).map(shape => shape.bpmnElement?.id));
  return elementsOf(document).filter(element => (isNode(element) || isFlow(element)) && !drawn.has(element.id))
    .map(element => finding(document, element.id, 'is not in the diagram'));
});
