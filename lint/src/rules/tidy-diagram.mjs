import { cross, overlap, runsThrough, segmentsOf } from '../geometry.mjs';
import { finding, isFlow, processesOf } from '../model.mjs';

/** A drawing can be read: flows don't cross or run through anything, nothing covers anything, flows have right angles. */
export default project => processesOf(project).flatMap(document => {
  const drawn = (document.root.diagrams ?? []).flatMap(diagram => diagram.plane?.planeElement ?? []).filter(shape => shape.bpmnElement);
  const edges = drawn.filter(shape => isFlow(shape.bpmnElement));
  const boxes = drawn.filter(shape => shape.bounds && !shape.bpmnElement.flowElements).map(shape => ({ id: shape.bpmnElement.id, host: shape.bpmnElement.attachedToRef?.id, ...sizeOf(shape.bounds) }));
  const labels = drawn.filter(shape => shape.label?.bounds).map(shape => ({ id: shape.bpmnElement.id, ...sizeOf(shape.label.bounds) }));
  const problems = [...slanting(edges), ...crossing(edges), ...throughBoxes(edges, boxes), ...covering(boxes), ...labelProblems(labels, boxes, edges)];
  return problems.map(([id, message]) => finding(document, id, message));
});

const sizeOf = ({ x, y, width, height }) => ({ x, y, width, height });
const pairsOf = list => list.flatMap((one, index) => list.slice(index + 1).map(other => [one, other]));
const touches = (edge, test) => segmentsOf(edge).some(test);

const slanting = edges => edges.filter(edge => touches(edge, ([from, to]) => from.x !== to.x && from.y !== to.y))
  .map(edge => [edge.bpmnElement.id, 'is drawn slanting']);

const crossing = edges => pairsOf(edges).filter(([one, other]) => touches(one, segment => touches(other, segment2 => cross(segment, segment2))))
  .map(([one, other]) => [one.bpmnElement.id, `crosses ${other.bpmnElement.id}`]);

const throughBoxes = (edges, boxes) => edges.flatMap(edge => boxes.filter(box => !endsAt(edge, box) && touches(edge, segment => runsThrough(segment, box)))
  .map(box => [edge.bpmnElement.id, `runs through ${box.id}`]));

const endsAt = ({ bpmnElement: { sourceRef, targetRef } }, box) => [sourceRef.id, targetRef.id, sourceRef.attachedToRef?.id].includes(box.id);

const covering = boxes => pairsOf(boxes).filter(([one, other]) => one.host !== other.id && other.host !== one.id && overlap(one, other))
  .map(([one, other]) => [one.id, `covers ${other.id}`]);

function labelProblems(labels, boxes, edges) {
  return [
    ...pairsOf(labels).filter(([one, other]) => overlap(one, other)).map(([one, other]) => [one.id, `has its label on the label of ${other.id}`]),
    ...labels.flatMap(label => boxes.filter(box => overlap(label, box)).map(box => [label.id, `has its label on ${box.id}`])),
    ...labels.flatMap(label => edges.filter(edge => touches(edge, segment => runsThrough(segment, label))).map(edge => [label.id, `has its label on ${edge.bpmnElement.id}`])),
  ];
}
