package city.whistle.workers.place;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A square of about 150 m in which a public place lies, counted in steps of degrees (WGS 84). Many
 * people pass each of them, so it may be known where the exact point may not.
 *
 * @param north steps from the equator
 * @param east steps from Greenwich
 */
public record Cell(int north, int east) {

  public static final int METRES = 150;

  /** 150 m along a meridian, and along the parallel of 40° N. */
  private static final double LATITUDE_STEP = 0.00135;

  private static final double LONGITUDE_STEP = 0.00176;
  private static final double CENTRE = 0.5;
  private static final int STEPS_A_CELL = 8;

  public static Cell of(double latitude, double longitude) {
    return new Cell(
        (int) Math.floor(latitude / LATITUDE_STEP), (int) Math.floor(longitude / LONGITUDE_STEP));
  }

  /**
   * Those that a straight way touches, each once, in its direction; one of which it cuts off less
   * than an eighth at a corner may be left out.
   */
  public static List<Cell> along(Point from, Point to) {
    double north = (to.latitude() - from.latitude()) / LATITUDE_STEP;
    double east = (to.longitude() - from.longitude()) / LONGITUDE_STEP;
    int steps = (int) Math.ceil(Math.max(Math.abs(north), Math.abs(east)) * STEPS_A_CELL);
    Set<Cell> touched = new LinkedHashSet<>();
    for (int step = 0; step <= steps; step++) {
      double share = steps == 0 ? 0 : (double) step / steps;
      touched.add(
          of(
              from.latitude() + share * north * LATITUDE_STEP,
              from.longitude() + share * east * LONGITUDE_STEP));
    }
    return List.copyOf(touched);
  }

  /** As lists of cells have it, such as {@code 29621-66140}: the steps north and east. */
  public String text() {
    return north + "-" + east;
  }

  /** How many cells a distance reaches. */
  static int reach(int metres) {
    return (metres + METRES - 1) / METRES;
  }

  /** Of its centre, to the fifth of a degree's places. */
  public double latitude() {
    return rounded((north + CENTRE) * LATITUDE_STEP);
  }

  /** Of its centre, to the fifth of a degree's places. */
  public double longitude() {
    return rounded((east + CENTRE) * LONGITUDE_STEP);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
