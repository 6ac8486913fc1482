package city.whistle.workers.place;

import city.whistle.workers.request.RequestFields;
import java.util.Optional;

/** Reads and checks a point of the city: {@code latitude, longitude, coordinateSystem?}. */
public final class PointReader {

  /** The city's extent in WGS 84, rounded outwards: 39°26'–41°03' N, 115°25'–117°30' E. */
  private static final double SOUTH = 39.4;

  private static final double NORTH = 41.1;
  private static final double WEST = 115.4;
  private static final double EAST = 117.6;

  private PointReader() {}

  /**
   * In WGS 84, whatever it came in, to the seventh of a degree's places: a centimetre.
   *
   * @return empty where none is given, or where it is wrong, which the fields then say
   */
  public static Optional<Point> read(RequestFields fields) {
    String system = fields.oneOf("coordinateSystem", CoordinateSystem.NAMES);
    if (areSwapped(fields)) {
      fields.refuse("latitude", "seems to have changed places with longitude");
      return Optional.empty();
    }
    Double latitude = fields.number("latitude", SOUTH, NORTH);
    Double longitude = fields.number("longitude", WEST, EAST);
    bothOrNone(fields);
    if (latitude == null || longitude == null) {
      if (system != null && !fields.has("latitude")) {
        fields.refuse("coordinateSystem", "belongs to latitude and longitude");
      }
      return Optional.empty();
    }
    Point point =
        CoordinateSystem.valueOf(system == null ? CoordinateSystem.WGS84.name() : system)
            .toWgs84(new Point(latitude, longitude));
    return Optional.of(new Point(rounded(point.latitude()), rounded(point.longitude())));
  }

  private static boolean areSwapped(RequestFields fields) {
    return fields.isNumber("latitude", WEST, EAST) && fields.isNumber("longitude", SOUTH, NORTH);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }

  private static void bothOrNone(RequestFields fields) {
    if (fields.has("latitude") != fields.has("longitude")) {
      fields.refuse(
          fields.has("latitude") ? "longitude" : "latitude",
          "is required where the other is given");
    }
  }
}
