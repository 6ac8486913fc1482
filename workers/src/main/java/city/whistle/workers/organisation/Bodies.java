package city.whistle.workers.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bodies of sub-districts and townships, and which of them a matter lands with. */
@Component
public class Bodies {

  private final JdbcClient jdbc;

  Bodies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of a day, in the order of kinds and codes. */
  public List<Body> of(String streetCode, LocalDate on) {
    return jdbc.sql(
            "select t.* from registry.unit_body t where"
                + Dated.HOLDS
                + "and"
                + Dated.ownOrAll("unit_body")
                + """
                order by array_position(array['office', 'discipline', 'team', 'centre', 'department'], t.kind),
                  t.code\
                """)
        .param("street", streetCode)
        .param("on", on)
        .query(
            (row, n) ->
                new Body(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("kind"),
                    row.getString("phone")))
        .list();
  }

  public Optional<Body> find(String streetCode, String code, LocalDate on) {
    return of(streetCode, on).stream().filter(body -> body.code().equals(code)).findFirst();
  }

  /**
   * The body that a category's matters land with: as the street's own list has it, else as that of
   * all; the nearest category that is named decides. Empty where the street has no such body.
   *
   * @param categoryCode null for a case that has none yet
   */
  public Optional<Body> landing(String streetCode, String categoryCode, LocalDate on) {
    List<Body> bodies = of(streetCode, on);
    return jdbc
        .sql(
            "select t.body_code from registry.body_landing t where"
                + Dated.HOLDS
                + """
                and t.street_code in (:street, '*')
                and (t.category_code = '*' or starts_with(:category::text, t.category_code))
                order by t.street_code = '*', t.category_code = '*', length(t.category_code) desc\
                """)
        .param("street", streetCode)
        .param("category", categoryCode == null ? "" : categoryCode)
        .param("on", on)
        .query(String.class)
        .list()
        .stream()
        .flatMap(code -> bodies.stream().filter(body -> body.code().equals(code)))
        .findFirst();
  }
}
