package city.whistle.workers.intake;

import city.whistle.workers.intake.CaseRequest.Place;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import org.springframework.stereotype.Component;

/** Reads and checks where a matter is. */
@Component
class PlaceReader {

  /** The city's extent in WGS 84, rounded outwards: 39°26'–41°03' N, 115°25'–117°30' E. */
  private static final double SOUTH = 39.4;

  private static final double NORTH = 41.1;
  private static final double WEST = 115.4;
  private static final double EAST = 117.6;

  private final Units units;

  PlaceReader(Units units) {
    this.units = units;
  }

  Place read(RequestFields fields) {
    String district = fields.requiredText("districtCode", 20);
    if (district != null && units.find(district, UnitKind.DISTRICT).isEmpty()) {
      fields.refuse("districtCode", "must be the code of a district such as 110102");
    }
    String street = street(fields, district);
    String address = fields.text("address", 300);
    Point point = point(fields);
    fields.refuseOthers();
    return new Place(
        district,
        street,
        address,
        point == null ? null : point.latitude(),
        point == null ? null : point.longitude());
  }

  /** In WGS 84, whatever it came in, to the seventh of a degree's places: a centimetre. */
  private static Point point(RequestFields fields) {
    String system = fields.oneOf("coordinateSystem", CoordinateSystem.NAMES);
    if (areSwapped(fields)) {
      return fields.refuse("latitude", "seems to have changed places with longitude");
    }
    Double latitude = fields.number("latitude", SOUTH, NORTH);
    Double longitude = fields.number("longitude", WEST, EAST);
    bothOrNone(fields);
    if (latitude == null || longitude == null) {
      return system == null || fields.has("latitude")
          ? null
          : fields.refuse("coordinateSystem", "belongs to latitude and longitude");
    }
    Point point =
        CoordinateSystem.valueOf(system == null ? CoordinateSystem.WGS84.name() : system)
            .toWgs84(new Point(latitude, longitude));
    return new Point(rounded(point.latitude()), rounded(point.longitude()));
  }

  private static boolean areSwapped(RequestFields fields) {
    return fields.isNumber("latitude", WEST, EAST) && fields.isNumber("longitude", SOUTH, NORTH);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }

  private String street(RequestFields fields, String district) {
    return fields.checkedText(
        "streetCode",
        20,
        code ->
            units
                .find(code, UnitKind.STREET)
                .filter(unit -> unit.parentCode().equals(district))
                .isPresent(),
        "must be the code of a sub-district or township of the district");
  }

  private static void bothOrNone(RequestFields fields) {
    if (fields.has("latitude") != fields.has("longitude")) {
      fields.refuse(
          fields.has("latitude") ? "longitude" : "latitude",
          "is required where the other is given");
    }
  }
}
