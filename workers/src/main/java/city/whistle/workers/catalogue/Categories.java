package city.whistle.workers.catalogue;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The dispatch catalogue as it stands now. */
@Component
public class Categories {

  private final JdbcClient jdbc;

  Categories(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A category of the third level, the only one that a case may carry. A null code finds nothing.
   */
  public Optional<Category> find(String code) {
    return jdbc.sql(
            "select * from registry.category where code = ? and depth = 3 and valid_to is null")
        .param(code)
        .query(
            (row, n) ->
                new Category(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("unit_kind"),
                    row.getString("unit_code"),
                    row.getString("limit_level"),
                    row.getString("signal"),
                    row.getString("emergency_line")))
        .optional();
  }
}
