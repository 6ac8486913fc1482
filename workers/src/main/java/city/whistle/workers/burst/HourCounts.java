package city.whistle.workers.burst;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many complaints came, of which category and where; confidential ones are not counted. */
@Component
class HourCounts {

  private static final String OF_PLACE =
      """
      category_code = ? and district_code = ? and street_code is not distinct from ? and not confidential\
      """;

  private final JdbcClient jdbc;

  HourCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Categories and places with so many after this moment that belong to no matter yet. */
  List<Count> since(OffsetDateTime since, int atLeast) {
    return jdbc.sql(
            """
            select category_code, max(category_name) as name, district_code, street_code, count(*) as seen
            from registry.case_file f
            where received_at > ? and category_code is not null and not confidential
              and not exists (select from registry.matter_case m where m.case_id = f.id)
            group by category_code, district_code, street_code having count(*) >= ?\
            """)
        .params(since, atLeast)
        .query(
            (row, n) ->
                new Count(
                    row.getString("category_code"),
                    row.getString("name"),
                    row.getString("district_code"),
                    row.getString("street_code"),
                    row.getInt("seen")))
        .list();
  }

  /** The same hour's numbers in the weeks before. */
  int[] before(Count count, OffsetDateTime since, OffsetDateTime until, int weeks) {
    return IntStream.rangeClosed(1, weeks)
        .map(week -> between(count, since.minusWeeks(week), until.minusWeeks(week)))
        .toArray();
  }

  private int between(Count count, OffsetDateTime from, OffsetDateTime to) {
    return jdbc.sql(
            "select count(*) from registry.case_file where received_at > ? and received_at <= ? and "
                + OF_PLACE)
        .params(from, to, count.categoryCode(), count.districtCode(), count.streetCode())
        .query(Integer.class)
        .single();
  }

  /**
   * @param streetCode null where the district alone is named
   */
  record Count(
      String categoryCode, String categoryName, String districtCode, String streetCode, int seen) {}
}
