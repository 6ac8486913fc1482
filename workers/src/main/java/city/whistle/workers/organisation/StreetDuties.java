package city.whistle.workers.organisation;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What sub-districts and townships own, help with, or may not be given. The nearest list decides:
 * the street's own, its district's, the city's; within one the nearest category, then the level.
 */
@Component
public class StreetDuties {

  private final JdbcClient jdbc;
  private final CityTime time;

  StreetDuties(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * What the lists say of the category today, for whichever street is meant.
   *
   * @param category null for none, of which no list says anything
   * @param level null where it isn't known, so that only what holds for any counts
   */
  public Lists of(String category, String level) {
    return new Lists(
        category == null
            ? List.of()
            : jdbc.sql(
                    "select t.* from registry.street_duty t where"
                        + Dated.HOLDS
                        + """
                        and starts_with(:category::text, t.category_code)
                        and t.level in ('*', :level)
                        order by length(t.category_code) desc, t.level = '*'\
                        """)
                .param("on", time.today())
                .param("category", category)
                .param("level", level == null ? Dated.ALL : level)
                .query(
                    (row, n) ->
                        new StreetDuty(
                            row.getString("area_code"),
                            row.getString("category_code"),
                            row.getString("level"),
                            row.getString("duty"),
                            row.getString("taker")))
                .list());
  }

  /**
   * The rows of all lists that are about a category.
   *
   * @param rows the nearest category first
   */
  public record Lists(List<StreetDuty> rows) {

    /** Empty where no list says anything of the street. */
    public Optional<StreetDuty> about(Unit street) {
      return in(street.code()).or(() -> in(street.parentCode())).or(() -> in(Dated.ALL));
    }

    private Optional<StreetDuty> in(String area) {
      return rows.stream().filter(row -> row.area().equals(area)).findFirst();
    }
  }
}
