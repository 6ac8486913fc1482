package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.CaseRequest.Place;
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
 *   <li>{@code placeOutside}: the point lies outside the named district, as far as anybody can
 *       tell: there are no polygons of districts or sub-districts here, only a district's extent. A
 *       point in the wrong sub-district of the right district isn't noticed.
 * </ul>
 */
@Component
class Doubts {

  private final JdbcClient jdbc;

  Doubts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty for most. */
  List<String> of(CaseRequest request) {
    List<String> doubts = new ArrayList<>();
    if (request.kind().equals(CaseFile.REPORT)) {
      doubts.add("report");
    }
    if (isOutside(request.place())) {
      doubts.add("placeOutside");
    }
    return doubts;
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
