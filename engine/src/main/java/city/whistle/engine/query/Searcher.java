package city.whistle.engine.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;

/** Searches and gets of any resource. */
final class Searcher {

  private final DSLContext database;

  Searcher(DSLContext database) {
    this.database = database;
  }

  Optional<Map<String, Object>> get(Resource resource, long key) {
    return getWhere(resource, resource.key().column().eq(key));
  }

  /** The row for which this holds; there must be no more than one. */
  Optional<Map<String, Object>> getWhere(Resource resource, Condition identified) {
    return database
        .select(shown(resource))
        .from(resource.from())
        .where(resource.base())
        .and(identified)
        .fetchOptional()
        .map(row -> item(resource, row));
  }

  /**
   * @param within holds for all rows that may be found, beside what the request asks
   */
  Found search(Resource resource, SearchRequest request, Condition within) {
    Condition wanted =
        DSL.and(resource.base(), within, Filters.all(resource.filters(), "", request.filter()));
    Ordering ordering = Ordering.of(resource, request.sort());
    List<Record> rows = rows(resource, wanted, ordering, request.page());
    return new Found(
        rows.stream().map(row -> item(resource, row)).toList(),
        total(resource, wanted, request.page(), rows.size()),
        rows.isEmpty() ? null : ordering.cursor(rows.get(0)),
        rows.isEmpty() ? null : ordering.cursor(rows.get(rows.size() - 1)));
  }

  private List<Record> rows(Resource resource, Condition wanted, Ordering ordering, Page page) {
    boolean backwards = page.before() != null;
    String cursor = backwards ? page.before() : page.after();
    List<SelectField<?>> columns = shown(resource);
    columns.addAll(ordering.columns());
    List<Record> rows =
        new ArrayList<>(
            database
                .select(columns)
                .from(resource.from())
                .where(wanted)
                .and(
                    cursor == null
                        ? DSL.noCondition()
                        : beyond(resource, ordering, cursor, backwards))
                .orderBy(ordering.clauses(backwards))
                .limit(page.limit())
                .offset(page.from())
                .fetch());
    if (backwards) {
      Collections.reverse(rows);
    }
    return rows;
  }

  private Condition beyond(Resource resource, Ordering ordering, String cursor, boolean backwards) {
    List<Object> place =
        ordering.place(
            cursor,
            row ->
                database
                    .select(ordering.columns())
                    .from(resource.from())
                    .where(resource.base())
                    .and(row)
                    .fetchOptional()
                    .map(Record.class::cast));
    return ordering.beyond(place, backwards);
  }

  /** Counts only where the rows at hand don't tell: that is, where there may be other pages. */
  private long total(Resource resource, Condition wanted, Page page, int found) {
    boolean first = page.after() == null && page.before() == null && page.from() == 0;
    if (first && found < page.limit()) {
      return found;
    }
    return database
        .selectCount()
        .from(
            DSL.selectOne()
                .from(resource.from())
                .where(wanted)
                .limit(Found.MAX_TOTAL + 1)
                .asTable("counted"))
        .fetchSingle(0, Long.class);
  }

  private static List<SelectField<?>> shown(Resource resource) {
    List<SelectField<?>> columns = new ArrayList<>();
    List<Attribute> shown = resource.shown();
    for (int i = 0; i < shown.size(); i++) {
      columns.add(shown.get(i).column().as("s" + i));
    }
    return columns;
  }

  private static Map<String, Object> item(Resource resource, Record row) {
    Map<String, Object> item = new LinkedHashMap<>();
    List<Attribute> shown = resource.shown();
    for (int i = 0; i < shown.size(); i++) {
      item.put(shown.get(i).name(), shown.get(i).toWire().apply(row.get("s" + i)));
    }
    return item;
  }
}
