package city.whistle.engine.query;

import city.whistle.engine.json.Json;
import city.whistle.engine.outcome.Rejection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/**
 * A total order of rows: by some attributes, absent values last, and at last by key. A cursor is
 * the place of one row in it: its values, as JSON, in base64.
 */
final class Ordering {

  private record Term(Attribute attribute, boolean descending) {

    Field<Object> column() {
      return attribute.column();
    }
  }

  private final List<Term> terms;

  private Ordering(List<Term> terms) {
    this.terms = terms;
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
    return new Ordering(terms);
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
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      values.add(terms.get(i).attribute.kind().toWire(row.get(name(i))));
    }
    byte[] json = Json.write(values).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /** Holds for the rows after the cursor's, or before it. */
  Condition beyond(String cursor, boolean backwards) {
    List<Object> place = place(cursor);
    Condition beyond = DSL.falseCondition();
    Condition equalSoFar = DSL.trueCondition();
    for (int i = 0; i < terms.size(); i++) {
      Term term = terms.get(i);
      Object value = place.get(i);
      beyond = beyond.or(equalSoFar.and(beyond(term, value, backwards)));
      equalSoFar = equalSoFar.and(term.column().isNotDistinctFrom(value));
    }
    return beyond;
  }

  private static Condition beyond(Term term, Object value, boolean backwards) {
    Field<Object> column = term.column();
    if (value == null) {
      return backwards ? column.isNotNull() : DSL.falseCondition();
    }
    Condition further = term.descending != backwards ? column.lt(value) : column.gt(value);
    return backwards ? further : further.or(column.isNull());
  }

  private List<Object> place(String cursor) {
    try {
      byte[] json = Base64.getUrlDecoder().decode(cursor);
      List<?> values = (List<?>) Json.parse(new String(json, StandardCharsets.UTF_8));
      if (values.size() != terms.size()) {
        throw foreign();
      }
      List<Object> place = new ArrayList<>();
      for (int i = 0; i < terms.size(); i++) {
        Object value = values.get(i);
        place.add(value == null ? null : terms.get(i).attribute.kind().read(value, "cursor"));
      }
      return place;
    } catch (IllegalArgumentException | ClassCastException e) {
      throw foreign();
    }
  }

  private static Rejection foreign() {
    return Rejection.invalid(
        "The cursor was not given out for this search: take startCursor or endCursor of an answer"
            + " with the same sort.");
  }
}
