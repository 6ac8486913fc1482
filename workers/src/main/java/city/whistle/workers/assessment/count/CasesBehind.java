package city.whistle.workers.assessment.count;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the cases behind a number: by the number's own condition, from the same rows. */
@Component
public class CasesBehind {

  /**
   * The first cases of each unit, district or category, then the first of all these: each is read
   * in the order of its index and no further than the page.
   */
  private static final String FIND =
      """
      select p.*, f.number, f.title
      from (select c.* from unnest(:whose::text[]) w (code), lateral (
            select * from registry.assessment_case
            where assessment_id = :assessment and of_answers = :ofAnswers and %s = w.code and (%s)
              and (:below::text is null or starts_with(category_code, :below))
              and (:after::uuid is null or case_id > :after::uuid)
            order by case_id limit :max) c
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
  public List<CaseBehind> find(UUID assessmentId, Figure figure, Whose whose, UUID after, int max) {
    return jdbc.sql(FIND.formatted(whose.by().column(), figure.condition()))
        .param("assessment", assessmentId)
        .param("ofAnswers", figure.isOfAnswers())
        .param("whose", whose.codes().toArray(String[]::new))
        .param("below", whose.below())
        .param("after", after)
        .param("max", max)
        .query(CasesBehind::read)
        .list();
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
