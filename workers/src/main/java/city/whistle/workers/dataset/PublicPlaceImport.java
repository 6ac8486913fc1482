package city.whistle.workers.dataset;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports which categories are in public space. */
@Component
class PublicPlaceImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;

  PublicPlaceImport(DataFile files, JdbcTemplate jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  void importCategories() {
    File file = files.read("public-places.json", File.class);
    jdbc.update("delete from registry.public_category");
    jdbc.batchUpdate(
        """
        insert into registry.public_category (category_code, valid_from, radius, source)
        values (?, ?, ?, ?)\
        """,
        file.categories().stream()
            .map(
                category ->
                    new Object[] {
                      category.code(),
                      category.validFrom() == null ? file.validFrom() : category.validFrom(),
                      category.radius(),
                      file.source()
                    })
            .toList());
  }

  record File(String source, LocalDate validFrom, List<Row> categories) {}

  /**
   * @param validFrom null for the file's
   * @param radius metres
   */
  record Row(String code, LocalDate validFrom, int radius) {}
}
