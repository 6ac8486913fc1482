/** The straight parts of a drawn flow: pairs of points. */
export function segmentsOf(edge) {
  return edge.waypoint.slice(1).map((point, index) => [edge.waypoint[index], point]);
}

/** Whether two boxes {x, y, width, height} share more than a border. */
export function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a segment runs through the inside of a box; only horizontal and vertical segments are looked at. */
export function runsThrough([from, to], box) {
  return overlap({ x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }, box);
}

/** Whether two segments cross inside both; touching ends, as where flows join, are no crossing. */
export function cross(one, other) {
  const [across, upright] = isHorizontal(one) ? [one, other] : [other, one];
  if (!isHorizontal(across) || isHorizontal(upright)) return false;
  return between(upright[0].x, across[0].x, across[1].x) && between(across[0].y, upright[0].y, upright[1].y);
}

const isHorizontal = ([from, to]) => from.y === to.y;
const between = (value, a, b) => value > Math.min(a, b) && value < Math.max(a, b);
