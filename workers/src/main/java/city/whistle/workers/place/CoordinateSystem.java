package city.whistle.workers.place;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** In which a client's map is drawn; points are kept in WGS 84. */
enum CoordinateSystem {
  /** What satellites give; OpenStreetMap; Tianditu (CGCS2000) differs by less than a metre. */
  WGS84(point -> point),

  /** Amap, Tencent. */
  GCJ02(Gcj02::toWgs84),

  /** Baidu. */
  BD09(point -> Gcj02.toWgs84(Bd09.toGcj02(point)));

  static final Set<String> NAMES =
      Arrays.stream(values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));

  private final UnaryOperator<Point> way;

  CoordinateSystem(UnaryOperator<Point> way) {
    this.way = way;
  }

  Point toWgs84(Point point) {
    return way.apply(point);
  }
}
