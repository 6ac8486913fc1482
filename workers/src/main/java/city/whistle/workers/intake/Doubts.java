package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.CaseRequest.Place;
import city.whistle.workers.place.StreetExtents;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Why no table may say where a case goes.
 *
 * <ul>
 *   <li>{@code report}: only a person can see whom it is about, whether it says so or not; what it
 *       accuses must not get it.
 *   <li>{@code placeOutside}: the point lies outside the named district or sub-district, as far as
 *       anybody can tell: of districts a rough extent is here; the borders of sub-districts only
 *       where somebody imported them. Without them, a point in the wrong sub-district of the right
 *       district isn't noticed.
 * </ul>
 */
@Component
class Doubts {

  static final String PLACE_OUTSIDE = "placeOutside";

  private final JdbcClient jdbc;
  private final StreetExtents streets;

  Doubts(JdbcClient jdbc, StreetExtents streets) {
    this.jdbc = jdbc;
    this.streets = streets;
  }

  /** Empty for most. */
  List<String> of(CaseRequest request) {
    List<String> doubts = new ArrayList<>();
    if (request.kind().equals(CaseFile.REPORT)) {
      doubts.add("report");
    }
    if (isOutside(request.place()) || isOutsideItsStreet(request.place())) {
      doubts.add(PLACE_OUTSIDE);
    }
    return doubts;
  }

  private boolean isOutsideItsStreet(Place place) {
    return place.latitude() != null
        && streets.isOutside(place.streetCode(), place.latitude(), place.longitude());
  }

  private boolean isOutside(Place place) {
    return place.latitude() != null
        && jdbc.sql(
                """
                select exists (select from registry.district_extent where district_code = ?
                  and not (? between south and north and ? between west and east))\
                """)
            .params(place.districtCode(), place.latitude(), place.longitude())
            .query(Boolean.class)
            .single();
  }
}
