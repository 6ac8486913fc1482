package city.whistle.engine.query;

import city.whistle.engine.outcome.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * A total order of rows: by some attributes, absent values last, and at last by key. A {@link
 * Cursor} is the place of one row in it.
 */
final class Ordering {

  private record Term(Attribute attribute, boolean descending) {

    Field<Object> column() {
      return attribute.column();
    }
  }

  private final List<Term> terms;
  private final Attribute key;

  private Ordering(List<Term> terms, Attribute key) {
    this.terms = terms;
    this.key = key;
  }

  /**
   * @throws Rejection where the resource can't be sorted so
   */
  static Ordering of(Resource resource, List<SearchRequest.Sort> sort) {
    List<Term> terms = new ArrayList<>();
    for (SearchRequest.Sort wish : sort) {
      Attribute attribute = resource.sortable().get(wish.field());
      if (attribute == null) {
        throw Rejection.invalid(
            "Cannot sort by '"
                + wish.field()
                + "'; possible are "
                + String.join(", ", new TreeSet<>(resource.sortable().keySet()))
                + ".");
      }
      terms.add(new Term(attribute, wish.descending()));
    }
    if (terms.stream().noneMatch(term -> term.attribute == resource.key())) {
      terms.add(new Term(resource.key(), false));
    }
    return new Ordering(terms, resource.key());
  }

  /** The columns that make a row's cursor. */
  List<SelectField<?>> columns() {
    List<SelectField<?>> columns = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      columns.add(terms.get(i).column().as(name(i)));
    }
    return columns;
  }

  List<SortField<?>> clauses(boolean backwards) {
    List<SortField<?>> clauses = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      Field<Object> column = DSL.field(DSL.name(name(i)));
      SortField<?> clause = terms.get(i).descending != backwards ? column.desc() : column.asc();
      clauses.add(backwards ? clause.nullsFirst() : clause.nullsLast());
    }
    return clauses;
  }

  private static String name(int term) {
    return "o" + term;
  }

  String cursor(Record row) {
    return Cursor.write(valuesIn(row), keyIn(row));
  }

  private List<Object> valuesIn(Record row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      values.add(terms.get(i).attribute.kind().toWire(row.get(name(i))));
    }
    return values;
  }

  private Object keyIn(Record row) {
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i).attribute == key) {
        return key.kind().toWire(row.get(name(i)));
      }
    }
    throw new IllegalStateException("an order without the key");
  }

  /**
   * Holds for the rows after the place, or before it.
   *
   * @param place what {@link #place} read
   */
  Condition beyond(List<Object> place, boolean backwards) {
    Condition beyond = DSL.falseCondition();
    Condition equalSoFar = DSL.trueCondition();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      Object value = place.get(i);
      beyond = beyond.or(equalSoFar.and(beyond(term, value, backwards)));
      equalSoFar = equalSoFar.and(term.column().isNotDistinctFrom(value));
    }
    return terms.size() == 1 ? beyond : beyond.and(from(terms.get(0), place.get(0), backwards));
  }

  /** The same of the first term alone, once more: by that an index finds where to begin. */
  private static Condition from(Term term, Object value, boolean backwards) {
    Field<Object> column = term.column();
    if (value == null) {
      return backwards ? DSL.noCondition() : column.isNull();
    }
    Condition at = term.descending != backwards ? column.le(value) : column.ge(value);
    return backwards ? at : orNull(column, at);
  }

  /** What has no value comes last. PostgreSQL takes no index where it is told of what can't be. */
  private static Condition orNull(Field<Object> column, Condition condition) {
    return column.getDataType().nullable() ? condition.or(column.isNull()) : condition;
  }

  private static Condition beyond(Term term, Object value, boolean backwards) {
    Field<Object> column = term.column();
    if (value == null) {
      return backwards ? column.isNotNull() : DSL.falseCondition();
    }
    Condition further = term.descending != backwards ? column.lt(value) : column.gt(value);
    return backwards ? further : orNull(column, further);
  }

  /**
   * The values of the row at the cursor, one a term.
   *
   * @param find the row's columns {@link #columns()} by its key
   * @throws Rejection where the cursor was given out for another order, or its row is gone
   */
  List<Object> place(String cursor, Function<Condition, Optional<Record>> find) {
    Cursor place = Cursor.read(cursor);
    if (place instanceof Cursor.Values found) {
      return read(found.values());
    }
    Object row = read(key, ((Cursor.Row) place).key());
    return find.apply(key.column().eq(row)).map(this::columnsOf).orElseThrow(Cursor::foreign);
  }

  private List<Object> columnsOf(Record row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      values.add(row.get(name(i)));
    }
    return values;
  }

  private List<Object> read(List<?> values) {
    if (values.size() != terms.size()) {
      throw Cursor.foreign();
    }
    List<Object> place = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      place.add(read(terms.get(i).attribute, values.get(i)));
    }
    return place;
  }

  private static Object read(Attribute attribute, Object wire) {
    try {
      return wire == null ? null : attribute.kind().read(wire, "cursor");
    } catch (Rejection e) {
      throw Cursor.foreign();
    }
  }
}
