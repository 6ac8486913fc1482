package city.whistle.workers.place;

import city.whistle.workers.calendar.CityTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where sub-districts lie, as somebody who has their borders imported them. Without an import
 * nothing is known, and nothing doubted.
 */
@Component
public class StreetExtents {

  /** Degrees, about 50 m: what a telephone errs by between houses. */
  private static final double TOLERANCE = 0.0005;

  private final JdbcClient jdbc;
  private final CityTime time;

  StreetExtents(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * Whether the point is known to lie outside the sub-district.
   *
   * @param streetCode null for none, which is never doubted
   */
  public boolean isOutside(String streetCode, double latitude, double longitude) {
    return jdbc.sql(
            """
            select count(*) > 0
              and (not coalesce(bool_or(ring @> point(:x, :y) or (ring <-> point(:x, :y)) < :tolerance)
                  filter (where not hole), false)
                or coalesce(bool_or(ring @> point(:x, :y)) filter (where hole), false))
            from registry.street_extent where street_code = :street\
            """)
        .param("x", longitude)
        .param("y", latitude)
        .param("tolerance", TOLERANCE)
        .param("street", streetCode)
        .query(Boolean.class)
        .single();
  }

  /**
   * Puts these in the place of what was known of their sub-districts; of others, all stays.
   *
   * @param source where they come from, as the import says
   */
  @Transactional
  public void replace(List<Ring> rings, String source) {
    rings.stream().map(Ring::streetCode).distinct().forEach(this::forget);
    rings.forEach(ring -> insert(ring, source));
  }

  private void forget(String streetCode) {
    jdbc.sql("delete from registry.street_extent where street_code = ?").param(streetCode).update();
  }

  private void insert(Ring ring, String source) {
    jdbc.sql(
            """
            insert into registry.street_extent (street_code, ring, hole, source, imported_at)
            values (?, ?::polygon, ?, ?, ?)\
            """)
        .params(ring.streetCode(), text(ring.points()), ring.hole(), source, time.now())
        .update();
  }

  private static String text(List<double[]> points) {
    return points.stream()
        .map(point -> String.format(Locale.ROOT, "(%.7f,%.7f)", point[0], point[1]))
        .collect(Collectors.joining(",", "(", ")"));
  }

  /**
   * One ring of a sub-district.
   *
   * @param points longitude and latitude, WGS 84
   * @param hole whether what lies within is not the sub-district's
   */
  public record Ring(String streetCode, List<double[]> points, boolean hole) {}
}
