package city.whistle.workers.place;

/**
 * Turns points of GCJ-02, in which maps sold in mainland China are drawn (Amap, Tencent), into WGS
 * 84. The way from WGS 84 is the formula that is publicly known, on the Krasovsky 1940 ellipsoid;
 * the way back is found by going nearer step by step, to less than a centimetre.
 */
final class Gcj02 {

  private static final double AXIS = 6_378_245.0;
  private static final double ECCENTRICITY = 0.00669342162296594323;
  private static final double ENOUGH = 1e-9;
  private static final int STEPS_MAX = 30;

  private Gcj02() {}

  static Point toWgs84(Point gcj) {
    Point wgs = gcj;
    for (int step = 0; step < STEPS_MAX; step++) {
      Point there = fromWgs84(wgs);
      double latitude = there.latitude() - gcj.latitude();
      double longitude = there.longitude() - gcj.longitude();
      wgs = new Point(wgs.latitude() - latitude, wgs.longitude() - longitude);
      if (Math.abs(latitude) < ENOUGH && Math.abs(longitude) < ENOUGH) {
        break;
      }
    }
    return wgs;
  }

  static Point fromWgs84(Point wgs) {
    double x = wgs.longitude() - 105.0;
    double y = wgs.latitude() - 35.0;
    double radians = Math.toRadians(wgs.latitude());
    double magic = 1 - ECCENTRICITY * Math.sin(radians) * Math.sin(radians);
    double root = Math.sqrt(magic);
    double latitude = Math.toDegrees(north(x, y) / (AXIS * (1 - ECCENTRICITY) / (magic * root)));
    double longitude = Math.toDegrees(east(x, y) / (AXIS / root * Math.cos(radians)));
    return new Point(wgs.latitude() + latitude, wgs.longitude() + longitude);
  }

  /** Metres by which a point is moved north. */
  private static double north(double x, double y) {
    return -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + (20.0 * wave(6.0 * x) + 20.0 * wave(2.0 * x)) * 2.0 / 3.0
        + (20.0 * wave(y) + 40.0 * wave(y / 3.0)) * 2.0 / 3.0
        + (160.0 * wave(y / 12.0) + 320.0 * wave(y / 30.0)) * 2.0 / 3.0;
  }

  /** Metres by which a point is moved east. */
  private static double east(double x, double y) {
    return 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + (20.0 * wave(6.0 * x) + 20.0 * wave(2.0 * x)) * 2.0 / 3.0
        + (20.0 * wave(x) + 40.0 * wave(x / 3.0)) * 2.0 / 3.0
        + (150.0 * wave(x / 12.0) + 300.0 * wave(x / 30.0)) * 2.0 / 3.0;
  }

  private static double wave(double x) {
    return Math.sin(x * Math.PI);
  }
}
