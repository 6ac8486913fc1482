package city.whistle.workers.dataset;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports where districts lie. */
@Component
class DistrictExtentImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;

  DistrictExtentImport(DataFile files, JdbcTemplate jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  void importExtents() {
    Extents file = files.read("district-extents.json", Extents.class);
    jdbc.update("delete from registry.district_extent");
    jdbc.batchUpdate(
        """
        insert into registry.district_extent (district_code, south, north, west, east, source)
        values (?, ?, ?, ?, ?, ?)\
        """,
        file.extents().stream()
            .map(e -> new Object[] {e.district, e.south, e.north, e.west, e.east, file.source()})
            .toList());
  }

  record Extents(String source, List<Extent> extents) {}

  record Extent(String district, double south, double north, double west, double east) {}
}
