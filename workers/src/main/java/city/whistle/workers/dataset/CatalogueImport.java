package city.whistle.workers.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports the dispatch catalogue, dated as {@link OrganisationImport} is. */
@Component
class CatalogueImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;

  CatalogueImport(DataFile files, JdbcTemplate jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  void importCategories() {
    Catalogue file = files.read("categories.json", Catalogue.class);
    importRows(file.source(), file.validFrom(), file.categories());
  }

  void importRows(String source, LocalDate from, List<Row> rows) {
    jdbc.batchUpdate(
        """
        update registry.category set name = ?, depth = ?, parent_code = ?, unit_kind = ?, unit_code = ?,
          limit_level = ?, signal = ?, emergency_line = ?, source = ?
        where code = ? and valid_to is null and valid_from = ? and imported_by is null""",
        rows.stream().map(r -> r.values(source, r.code, from)).toList());
    jdbc.batchUpdate(
        """
        update registry.category set valid_to = ?
        where code = ? and valid_to is null and valid_from < ? and imported_by is null
          and (name, depth, parent_code, unit_kind, unit_code, limit_level, signal, emergency_line)
            is distinct from (?, ?, ?, ?, ?, ?, ?, ?)""",
        rows.stream().map(r -> r.valuesAfter(from, r.code, from)).toList());
    jdbc.batchUpdate(
        """
        insert into registry.category (name, depth, parent_code, unit_kind, unit_code, limit_level, signal,
          emergency_line, source, code, valid_from)
        select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists
          (select 1 from registry.category
            where code = ? and (valid_to is null or imported_by is not null))""",
        rows.stream().map(r -> r.values(source, r.code, from, r.code)).toList());
    jdbc.update(
        """
        update registry.category set valid_to = ?
        where source = ? and valid_to is null and valid_from < ? and imported_by is null
          and code <> all (?)""",
        from,
        source,
        from,
        rows.stream().map(Row::code).toArray(String[]::new));
  }

  record Catalogue(String source, LocalDate validFrom, List<Row> categories) {}

  record Row(
      String code,
      String name,
      String unitKind,
      String unitCode,
      @JsonProperty("limit") String limitLevel,
      String signal,
      String emergencyLine) {

    /** A code has two digits a level. */
    private Object[] columns() {
      String parent = code.length() > 2 ? code.substring(0, code.length() - 2) : null;
      return new Object[] {
        name, code.length() / 2, parent, unitKind, unitCode, limitLevel, signal, emergencyLine
      };
    }

    Object[] values(Object... after) {
      return join(columns(), after);
    }

    Object[] valuesAfter(Object... before) {
      return join(before, columns());
    }

    private static Object[] join(Object[] first, Object[] second) {
      Object[] joined = new Object[first.length + second.length];
      System.arraycopy(first, 0, joined, 0, first.length);
      System.arraycopy(second, 0, joined, first.length, second.length);
      return joined;
    }
  }
}
