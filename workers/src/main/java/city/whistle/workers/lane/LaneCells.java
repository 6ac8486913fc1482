package city.whistle.workers.lane;

import city.whistle.workers.place.Cell;
import city.whistle.workers.place.Point;
import city.whistle.workers.place.PointReader;
import city.whistle.workers.request.RequestFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which cells of the public grid a lane touches: as {@code cells} names them, or as they are found
 * along its {@code line}, points in their order from one end to the other.
 */
final class LaneCells {

  private static final int CELLS_MAX = 200;
  private static final int POINTS_MAX = 200;
  private static final Pattern CELL = Pattern.compile("[0-9]{1,6}-[0-9]{1,6}");

  private LaneCells() {}

  /** Empty where nothing is said, or where it is wrong, which the fields then say. */
  static List<String> read(RequestFields fields) {
    List<String> named = List.copyOf(fields.texts("cells", CELLS_MAX, 40));
    if (!named.stream().allMatch(cell -> CELL.matcher(cell).matches())) {
      fields.refuse("cells", "must be cells of the public grid such as 29621-66140");
    }
    if (!fields.has("line")) {
      return named;
    }
    if (fields.has("cells")) {
      fields.refuse("line", "stands in place of cells: give one of the two");
    }
    return along(fields);
  }

  private static List<String> along(RequestFields fields) {
    List<RequestFields> rows = fields.objects("line", POINTS_MAX);
    List<Point> points = rows.stream().map(LaneCells::point).flatMap(Optional::stream).toList();
    Set<String> touched = new LinkedHashSet<>();
    for (int i = 0; i < points.size() && touched.size() <= CELLS_MAX; i++) {
      Point next = points.get(Math.min(i + 1, points.size() - 1));
      Cell.along(points.get(i), next).forEach(cell -> touched.add(cell.text()));
    }
    if (touched.size() > CELLS_MAX) {
      fields.refuse("line", "touches more than " + CELLS_MAX + " cells: no lane is so long");
      return List.of();
    }
    return new ArrayList<>(touched);
  }

  private static Optional<Point> point(RequestFields row) {
    Optional<Point> point = PointReader.read(row);
    if (!row.has("latitude") && !row.has("longitude")) {
      row.refuse("latitude", "is required");
    }
    row.refuseOthers();
    return point;
  }
}
