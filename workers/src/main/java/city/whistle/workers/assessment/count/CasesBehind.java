package city.whistle.workers.assessment.count;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the cases behind a number: by the number's own condition, from the same rows. */
@Component
public class CasesBehind {

  private static final String COUNTED = SqlFile.read("counted.sql");
  private static final String ONLY =
      """
      and f.case_id in (select o.case_id from registry.callback_fact o
        where o.recorded_at >= :from and o.recorded_at < :until and %s)\
      """;
  private static final String ANSWERS =
      """
      select p.*, p.recorded_at as at, f.number, f.title
      from (select * from counted c
          where %s and (%s) and (:after::uuid is null or c.case_id > :after::uuid)
          order by c.case_id limit :max) p
        join registry.case_file f on f.id = p.case_id
      order by p.case_id\
      """;
  private static final String GIVEN = SqlFile.read("given.sql");
  private static final String ONLY_GIVEN =
      """
      and d.case_id in (select o.case_id
        from (select y.*, v.district_code as unit_district from registry.case_dispatch y
            left join registry.unit_district v on v.code = y.unit_code) x,
          lateral (select x.case_id, x.unit_code, x.unit_district as district_code, x.category_code) o
        where x.dispatched_at >= :from and x.dispatched_at < :until and %s)\
      """;
  private static final String DISPATCHES =
      """
      select p.*, p.dispatched_at as at, f.number, f.title, null::boolean as answered,
        null::boolean as contacted, null as settled, null as satisfied, null::boolean as settled_at_first,
        null as left_out
      from (select * from (%s) c
          where %s and (:after::uuid is null or c.case_id > :after::uuid)
          order by c.case_id limit :max) p
        join registry.case_file f on f.id = p.case_id
      order by p.case_id\
      """;

  private final JdbcClient jdbc;

  CasesBehind(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The cases in the order of their ids.
   *
   * @param after the last one of the page before; null for the first page
   */
  public List<CaseBehind> find(Window window, Figure figure, Whose whose, UUID after, int max) {
    Map<String, Object> params = window.params();
    params.put("units", Whose.array(whose.units()));
    params.put("districts", Whose.array(whose.districts()));
    params.put("categories", Whose.array(whose.categories()));
    params.put("below", whose.below());
    params.put("after", after);
    params.put("max", max);
    return jdbc.sql(sql(figure, whose)).params(params).query(CasesBehind::read).list();
  }

  private static String sql(Figure figure, Whose whose) {
    if (!figure.isOfAnswers()) {
      return DISPATCHES.formatted(
          GIVEN.replace("/*only*/", ONLY_GIVEN.formatted(whose.condition("o"))),
          whose.condition("c"));
    }
    return COUNTED.replace("/*only*/", ONLY.formatted(whose.condition("o")))
        + ANSWERS.formatted(whose.condition("c"), figure.condition());
  }

  private static CaseBehind read(ResultSet row, int n) throws SQLException {
    return new CaseBehind(
        row.getObject("case_id", UUID.class),
        row.getString("number"),
        row.getString("title"),
        row.getString("unit_code"),
        row.getString("category_code"),
        CityTime.inCity(row.getObject("at", OffsetDateTime.class)),
        row.getObject("answered", Boolean.class),
        row.getObject("contacted", Boolean.class),
        row.getString("settled"),
        row.getString("satisfied"),
        row.getObject("settled_at_first", Boolean.class),
        row.getString("left_out"));
  }
}
