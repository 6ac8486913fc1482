package city.whistle.workers.place;

/**
 * Turns points of BD-09, in which Baidu's maps are drawn, into GCJ-02, by the formula that is
 * publicly known; it comes within a metre.
 */
final class Bd09 {

  private static final double WAVE = Math.PI * 3000 / 180;

  private Bd09() {}

  static Point toGcj02(Point baidu) {
    double x = baidu.longitude() - 0.0065;
    double y = baidu.latitude() - 0.006;
    double length = Math.hypot(x, y) - 0.00002 * Math.sin(y * WAVE);
    double angle = Math.atan2(y, x) - 0.000003 * Math.cos(x * WAVE);
    return new Point(length * Math.sin(angle), length * Math.cos(angle));
  }
}
