package city.whistle.workers.assessment.result;

import city.whistle.workers.assessment.count.Cell;
import city.whistle.workers.assessment.count.CountColumns;
import city.whistle.workers.assessment.figure.Counts;
import city.whistle.workers.assessment.result.WhistleFigures.Blown;
import city.whistle.workers.assessment.result.WhistleFigures.Summoned;
import city.whistle.workers.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps a version's results as they were computed, and gives them back. */
@Component
public class ResultStore {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final JsonText json;

  ResultStore(JdbcClient jdbc, JdbcTemplate batch, JsonText json) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.json = json;
  }

  void write(UUID id, GroupResult group) {
    jdbc.sql(
            """
            insert into registry.assessment_group (assessment_id, group_code, figures)
            values (?, ?, ?::jsonb)\
            """)
        .params(id, group.group(), json.write(group.withRows(List.of())))
        .update();
    List<Object[]> rows = new ArrayList<>();
    for (Row row : group.rows()) {
      rows.add(new Object[] {id, group.group(), rows.size() + 1, row.unit(), json.write(row)});
    }
    batch.batchUpdate(
        """
        insert into registry.assessment_row (assessment_id, group_code, position, unit_code, figures)
        values (?, ?, ?, ?, ?::jsonb)\
        """,
        rows);
  }

  void write(UUID id, String role, List<? extends WhistleFigures> figures) {
    batch.batchUpdate(
        """
        insert into registry.assessment_whistle (assessment_id, role, unit_code, figures)
        values (?, ?, ?, ?::jsonb)\
        """,
        figures.stream().map(one -> new Object[] {id, role, one.unit(), json.write(one)}).toList());
  }

  /** A group with all its rows, in order; empty where the version has no such group. */
  public Optional<GroupResult> group(UUID id, String group) {
    return jdbc.sql(
            """
            select figures from registry.assessment_group
            where assessment_id = ? and group_code = ?\
            """)
        .params(id, group)
        .query(String.class)
        .optional()
        .map(text -> json.read(text, GroupResult.class).withRows(rows(id, group)));
  }

  /**
   * A unit's row in a group, else in the one of its kind that it was in; empty where it has none.
   *
   * @param group empty for whichever it is in
   */
  public Optional<UnitResult> of(UUID id, String group, String unit) {
    return jdbc.sql(
            """
            select group_code, figures from registry.assessment_row
            where assessment_id = :id and unit_code = :unit and (group_code = :trade) = (:group = :trade)
            order by group_code <> :group, group_code limit 1\
            """)
        .param("id", id)
        .param("unit", unit)
        .param("group", group)
        .param("trade", GroupTally.TRADE)
        .query(
            (row, n) ->
                new UnitResult(
                    row.getString("group_code"), json.read(row.getString("figures"), Row.class)))
        .optional();
  }

  /** A unit's row, and the group in which it stands. */
  public record UnitResult(String group, Row row) {}

  private List<Row> rows(UUID id, String group) {
    return jdbc
        .sql(
            """
            select figures from registry.assessment_row
            where assessment_id = ? and group_code = ? order by position\
            """)
        .params(id, group)
        .query(String.class)
        .list()
        .stream()
        .map(text -> json.read(text, Row.class))
        .toList();
  }

  /**
   * What each unit of these groups was counted, by code.
   *
   * @param groups where a unit is in several, it has the same counts in each
   */
  public Map<String, Counts> unitCounts(UUID id, List<String> groups) {
    Map<String, Counts> counts = new TreeMap<>();
    jdbc.sql(
            """
            select distinct on (unit_code) unit_code, figures -> 'counts' as counts from registry.assessment_row
            where assessment_id = ? and group_code = any(?) order by unit_code\
            """)
        .params(id, groups.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    counts.put(
                        row.getString("unit_code"),
                        json.read(row.getString("counts"), Counts.class)));
    return counts;
  }

  /** All groups, by code. */
  public Map<String, GroupResult> groups(UUID id) {
    return jdbc
        .sql("select group_code from registry.assessment_group where assessment_id = ?")
        .param(id)
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Function.identity(), code -> group(id, code).orElseThrow()));
  }

  public List<Cell> cells(UUID id) {
    return jdbc.sql("select * from registry.assessment_cell where assessment_id = ?")
        .param(id)
        .query(
            (row, n) ->
                new Cell(
                    row.getString("unit_code"),
                    row.getString("district_code"),
                    row.getString("category_code"),
                    CountColumns.read(row)))
        .list();
  }

  /** The categories of the version's cases. */
  public List<String> categories(UUID id) {
    return jdbc.sql(
            """
            select distinct category_code from registry.assessment_cell
            where assessment_id = ? and category_code is not null\
            """)
        .param(id)
        .query(String.class)
        .list();
  }

  /** Each unit's counts of these categories together, by code. */
  public Map<String, Counts> byUnit(UUID id, List<String> categories) {
    Map<String, Counts> units = new TreeMap<>();
    jdbc.sql(
            """
            select unit_code, %s from registry.assessment_cell
            where assessment_id = ? and category_code = any(?) group by 1\
            """
                .formatted(CountColumns.sums()))
        .params(id, categories.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row -> units.put(row.getString("unit_code"), CountColumns.read(row)));
    return units;
  }

  public List<Blown> blown(UUID id) {
    return whistles(id, "blower", Blown.class);
  }

  public List<Summoned> summoned(UUID id) {
    return whistles(id, "summoned", Summoned.class);
  }

  private <T> List<T> whistles(UUID id, String role, Class<T> type) {
    return jdbc
        .sql(
            """
            select figures from registry.assessment_whistle
            where assessment_id = ? and role = ? order by unit_code\
            """)
        .params(id, role)
        .query(String.class)
        .list()
        .stream()
        .map(text -> json.read(text, type))
        .toList();
  }
}
