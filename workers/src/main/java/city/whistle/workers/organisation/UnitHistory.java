package city.whistle.workers.organisation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What units were, and whom they come from. */
@Component
public class UnitHistory {

  private static final int MAX = 200;

  private final JdbcClient jdbc;

  UnitHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that a unit was, the first first; empty where there never was one of that code. */
  public List<Stage> stages(String code) {
    return jdbc.sql("select * from registry.unit where code = :code order by valid_from limit :max")
        .param("code", code)
        .param("max", MAX)
        .query(
            (row, n) ->
                new Stage(
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("form"),
                    row.getString("parent_code"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class),
                    row.getString("successor_code")))
        .list();
  }

  /** Who took over from it, and from whom it did, and the same of its bodies; by day. */
  public List<Takeover> takeovers(String code) {
    return jdbc.sql(
            """
            select * from registry.unit_succession
            where split_part(from_code, ':', 1) = :code or split_part(to_code, ':', 1) = :code
            order by on_day, from_code, to_code limit :max\
            """)
        .param("code", code)
        .param("max", MAX)
        .query(
            (row, n) ->
                new Takeover(
                    row.getString("from_code"),
                    row.getString("to_code"),
                    row.getObject("on_day", LocalDate.class),
                    row.getString("kind"),
                    row.getBigDecimal("share")))
        .list();
  }

  /**
   * What a unit was for a time.
   *
   * @param to the first day on which it was so no longer; left out while it is
   * @param heir who took over its open cases; left out where nobody did
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Stage(
      String name,
      String kind,
      String form,
      String parent,
      LocalDate from,
      LocalDate to,
      String heir) {}
}
