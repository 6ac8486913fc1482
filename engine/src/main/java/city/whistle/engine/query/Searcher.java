package city.whistle.engine.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.Table;
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
    List<Condition> parts = parts(resource, request, within);
    Ordering ordering = Ordering.of(resource, request.sort());
    List<Record> rows = rows(resource, parts, ordering, request.page());
    int counted = resource.looksBeside(request.filter()) ? Found.MAX_TOTAL_BESIDE : Found.MAX_TOTAL;
    return new Found(
        rows.stream().map(row -> item(resource, row)).toList(),
        total(resource, parts, request.page(), rows.size(), counted),
        counted,
        rows.isEmpty() ? null : ordering.cursor(rows.get(0)),
        rows.isEmpty() ? null : ordering.cursor(rows.get(rows.size() - 1)));
  }

  /** What is wanted: rows that meet one of these, of which no row meets two. */
  private static List<Condition> parts(Resource resource, SearchRequest request, Condition within) {
    List<Resource.Part> parts = resource.parting().of(request.filter());
    return parts.isEmpty()
        ? List.of(wanted(resource, request.filter(), within))
        : parts.stream()
            .map(part -> wanted(resource, part.rest(), within.and(part.condition())))
            .toList();
  }

  private static Condition wanted(Resource resource, Map<String, Object> filter, Condition within) {
    return DSL.and(resource.base(), within, Filters.all(resource.filters(), "", filter));
  }

  private List<Record> rows(
      Resource resource, List<Condition> parts, Ordering ordering, Page page) {
    boolean backwards = page.before() != null;
    String cursor = backwards ? page.before() : page.after();
    Condition beyond =
        cursor == null ? DSL.noCondition() : beyond(resource, ordering, cursor, backwards);
    List<SortField<?>> order = ordering.clauses(backwards);
    Function<Condition, SelectConditionStep<Record>> select =
        part -> select(resource, ordering, part.and(beyond));
    List<Record> rows =
        new ArrayList<>(
            parts.size() == 1
                ? select
                    .apply(parts.get(0))
                    .orderBy(order)
                    .limit(page.limit())
                    .offset(page.from())
                    .fetch()
                : database
                    .select()
                    .from(
                        merged(
                            parts,
                            part ->
                                select
                                    .apply(part)
                                    .orderBy(order)
                                    .limit(page.from() + page.limit())))
                    .orderBy(order)
                    .limit(page.limit())
                    .offset(page.from())
                    .fetch());
    if (backwards) {
      Collections.reverse(rows);
    }
    return rows;
  }

  private SelectConditionStep<Record> select(
      Resource resource, Ordering ordering, Condition wanted) {
    List<SelectField<?>> columns = shown(resource);
    columns.addAll(ordering.columns());
    return database.select(columns).from(resource.from()).where(wanted);
  }

  /** All parts' rows, each found by itself. */
  private static <R extends Record> Table<R> merged(
      List<Condition> parts, Function<Condition, Select<R>> select) {
    return parts.stream().map(select).reduce(Select::unionAll).orElseThrow().asTable("merged");
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
  private long total(Resource resource, List<Condition> parts, Page page, int found, int counted) {
    boolean first = page.after() == null && page.before() == null && page.from() == 0;
    if (first && found < page.limit()) {
      return found;
    }
    return database
        .selectCount()
        .from(
            DSL.selectOne()
                .from(merged(parts, part -> DSL.selectOne().from(resource.from()).where(part)))
                .limit(counted + 1)
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
