package city.whistle.workers.dataset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Imports the organisation, dated: a unit that a newer file shows otherwise gets a new row from the
 * file's date on and its old row ends there; a unit that its file no longer has ends there too.
 */
@Component
class OrganisationImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;

  OrganisationImport(DataFile files, JdbcTemplate jdbc) {
    this.files = files;
    this.jdbc = jdbc;
  }

  void importUnits() {
    Divisions divisions = files.read("districts-and-streets.json", Divisions.class);
    importRows(divisions.source(), divisions.validFrom(), divisions.rows());
    Bodies bodies = files.read("units.json", Bodies.class);
    importRows(bodies.source(), bodies.validFrom(), bodies.units());
    abolish(divisions.abolished());
    abolish(bodies.abolished());
  }

  void importRows(String source, LocalDate from, List<Row> rows) {
    jdbc.batchUpdate(
        """
        update registry.unit set name = ?, kind = ?, form = ?, parent_code = ?, source = ?
        where code = ? and valid_to is null and valid_from = ? and imported_by is null""",
        rows.stream()
            .map(r -> new Object[] {r.name, r.kind, r.form, r.parent, source, r.code, from})
            .toList());
    jdbc.batchUpdate(
        """
        update registry.unit set valid_to = ?
        where code = ? and valid_to is null and valid_from < ? and imported_by is null
          and (name, kind, form, parent_code) is distinct from (?, ?, ?, ?)""",
        rows.stream()
            .map(r -> new Object[] {from, r.code, from, r.name, r.kind, r.form, r.parent})
            .toList());
    jdbc.batchUpdate(
        """
        insert into registry.unit (code, valid_from, name, kind, form, parent_code, source)
        select ?, ?, ?, ?, ?, ?, ? where not exists
          (select 1 from registry.unit where code = ?
            and (valid_to is null or valid_to > ? or imported_by is not null))""",
        rows.stream()
            .map(
                r ->
                    new Object[] {
                      r.code, from, r.name, r.kind, r.form, r.parent, source, r.code, from
                    })
            .toList());
    endMissing(source, from, rows);
  }

  private void endMissing(String source, LocalDate from, List<Row> rows) {
    jdbc.update(
        """
        update registry.unit set valid_to = ?
        where source = ? and valid_to is null and valid_from < ? and imported_by is null
          and code <> all (?)""",
        from,
        source,
        from,
        rows.stream().map(Row::code).toArray(String[]::new));
  }

  /** Units that end, though their file still has them until then. */
  void abolish(List<Abolition> abolitions) {
    if (abolitions == null) {
      return;
    }
    jdbc.batchUpdate(
        """
        update registry.unit set valid_to = ?, successor_code = ?
        where code = ? and valid_from < ? and (valid_to is null or valid_to >= ?) and imported_by is null""",
        abolitions.stream()
            .map(a -> new Object[] {a.on, a.successor, a.code, a.on, a.on})
            .toList());
  }

  /**
   * The end of a unit.
   *
   * @param on the first day on which it is no more
   * @param successor who takes over; null where nobody does
   */
  record Abolition(String code, LocalDate on, String successor) {}

  record Row(String code, String name, String kind, String form, String parent) {}

  record Divisions(
      String source,
      LocalDate validFrom,
      Place city,
      List<District> districts,
      List<Abolition> abolished) {

    List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      rows.add(new Row(city.code(), city.name(), "city", null, null));
      districts.stream().flatMap(district -> district.rows(city.code())).forEach(rows::add);
      return rows;
    }
  }

  record Place(String code, String name, String form) {}

  record District(String code, String name, List<Place> streets) {

    Stream<Row> rows(String city) {
      return Stream.concat(
          Stream.of(new Row(code, name, "district", null, city)),
          streets.stream().map(s -> new Row(s.code(), s.name(), "street", s.form(), code)));
    }
  }

  record Bodies(String source, LocalDate validFrom, List<Row> units, List<Abolition> abolished) {}
}
