package city.whistle.workers.catalogue;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dispatch catalogue as it stands now. */
@Component
public class Categories {

  /** Several times what a city's catalogue has. */
  private static final int ALL_MAX = 2000;

  /** What is to come, and what was, isn't found. */
  private static final String TODAY =
      " valid_from <= :today and (valid_to is null or valid_to > :today) ";

  private final JdbcClient jdbc;
  private final CityTime time;

  Categories(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /**
   * A category of the third level, the only one that a case may carry. A null code finds nothing.
   */
  public Optional<Category> find(String code) {
    return jdbc.sql("select * from registry.category where code = :code and depth = 3 and" + TODAY)
        .param("code", code)
        .param("today", time.today())
        .query((row, n) -> read(row))
        .optional();
  }

  private static Category read(ResultSet row) throws SQLException {
    return new Category(
        row.getString("code"),
        row.getString("name"),
        row.getString("unit_kind"),
        row.getString("unit_code"),
        row.getString("limit_level"),
        row.getString("signal"),
        row.getString("emergency_line"));
  }

  /** All that a case may carry, by code. */
  public List<Category> all() {
    return jdbc.sql(
            "select * from registry.category where depth = 3 and"
                + TODAY
                + "order by code limit :max")
        .param("today", time.today())
        .param("max", ALL_MAX)
        .query((row, n) -> read(row))
        .list();
  }

  /** Whether that is, or was, the code of a category of any level. */
  public boolean isKnown(String code) {
    return jdbc.sql("select exists(select from registry.category where code = ?)")
        .param(code)
        .query(Boolean.class)
        .single();
  }
}
