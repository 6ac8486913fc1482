package city.whistle.workers.place;

import city.whistle.workers.place.StreetExtents.Ring;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.request.StorableText;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Reads borders of sub-districts: GeoJSON (RFC 7946), a {@code FeatureCollection} whose features
 * are a {@code Polygon} or {@code MultiPolygon} each, with the sub-district's code as {@code
 * properties.code}. All of it is taken or nothing.
 */
@Component
public class ExtentReader {

  private static final int FEATURES_MAX = 500;

  /** In all; the borders of a city's sub-districts, drawn finely, have half as many. */
  public static final int POINTS_MAX = 300_000;

  /** Of a sub-district: each place that is sent is held against all of them. */
  private static final int STREET_POINTS_MAX = 20_000;

  private static final int RINGS_MAX = 100;
  private static final int FEWEST_POINTS = 4;
  private static final double WEST = 115.0;
  private static final double EAST = 118.0;
  private static final double SOUTH = 39.0;
  private static final double NORTH = 41.5;
  private static final String WANTED =
      "must be closed rings of [longitude, latitude] in WGS 84, in or near the city, at most "
          + STREET_POINTS_MAX
          + " points of a sub-district, which enclose something";

  private final Units units;

  ExtentReader(Units units) {
    this.units = units;
  }

  /**
   * @throws city.whistle.workers.request.InvalidRequest naming each feature that is wrong
   */
  public Extents read(JsonNode body) {
    RequestFields fields = RequestFields.of(body);
    String source = fields.requiredText("source", 300);
    JsonNode features = body.path("features");
    List<Ring> rings = new ArrayList<>();
    if (!body.path("type").asText().equals("FeatureCollection")) {
      fields.refuse("type", "must be FeatureCollection");
    } else if (!features.isArray() || features.isEmpty() || features.size() > FEATURES_MAX) {
      fields.refuse("features", "must be 1 to " + FEATURES_MAX + " features");
    } else {
      for (int i = 0; i < features.size(); i++) {
        feature(fields, "features[" + i + "]", features.get(i), rings);
      }
      if (mostOfAStreet(rings, ring -> 1) > RINGS_MAX
          || mostOfAStreet(rings, ring -> ring.points().size()) > STREET_POINTS_MAX) {
        fields.refuse(
            "features",
            "must be at most %d rings and %d points of a sub-district"
                .formatted(RINGS_MAX, STREET_POINTS_MAX));
      }
    }
    fields.throwIfWrong();
    return new Extents(source, rings);
  }

  private static int mostOfAStreet(List<Ring> rings, ToIntFunction<Ring> what) {
    return rings.stream()
        .collect(Collectors.groupingBy(Ring::streetCode, Collectors.summingInt(what)))
        .values()
        .stream()
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  private void feature(RequestFields fields, String where, JsonNode feature, List<Ring> rings) {
    String code = feature.at("/properties/code").asText();
    if (!feature.path("type").asText().equals("Feature")) {
      fields.refuse(where + ".type", "must be Feature");
    }
    if (!StorableText.holds(code) || units.find(code, UnitKind.STREET).isEmpty()) {
      fields.refuse(
          where + ".properties.code", "must be the code of a sub-district such as 110102009");
    }
    JsonNode coordinates = feature.at("/geometry/coordinates");
    boolean read =
        switch (feature.at("/geometry/type").asText()) {
          case "Polygon" -> polygon(code, coordinates, rings);
          case "MultiPolygon" ->
              !coordinates.isEmpty() && each(coordinates, one -> polygon(code, one, rings));
          default -> false;
        };
    if (!read) {
      fields.refuse(where + ".geometry", WANTED);
    }
  }

  private static boolean polygon(String code, JsonNode parts, List<Ring> rings) {
    if (!parts.isArray()) {
      return false;
    }
    boolean outer = true;
    for (JsonNode part : parts) {
      List<double[]> points = new ArrayList<>();
      boolean right =
          part.isArray()
              && part.size() >= FEWEST_POINTS
              && part.size() <= STREET_POINTS_MAX
              && each(part, point -> point(point, points))
              && part.get(0).equals(part.get(part.size() - 1))
              && enclosesSomething(points);
      if (!right) {
        return false;
      }
      rings.add(new Ring(code, points, !outer));
      outer = false;
    }
    return !outer;
  }

  private static boolean enclosesSomething(List<double[]> ring) {
    double[] first = ring.get(0);
    return ring.stream().anyMatch(point -> point[0] != first[0])
        && ring.stream().anyMatch(point -> point[1] != first[1]);
  }

  private static boolean point(JsonNode point, List<double[]> points) {
    double x = number(point.path(0));
    double y = number(point.path(1));
    boolean inside = x >= WEST && x <= EAST && y >= SOUTH && y <= NORTH;
    if (inside) {
      points.add(new double[] {x, y});
    }
    return inside;
  }

  private static double number(JsonNode number) {
    return number.isNumber() ? number.asDouble() : Double.NaN;
  }

  private static boolean each(JsonNode list, Predicate<JsonNode> taken) {
    if (!list.isArray()) {
      return false;
    }
    for (JsonNode one : list) {
      if (!taken.test(one)) {
        return false;
      }
    }
    return true;
  }

  /** What an import says. */
  public record Extents(String source, List<Ring> rings) {}
}
