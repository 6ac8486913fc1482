package city.whistle.engine.query;

import static org.jooq.impl.DSL.name;

import java.time.Instant;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A table of the store under the short name that a query gives it. */
record Relation(Table<Record> table, String alias) {

  static Relation of(String tableName, String alias) {
    return new Relation(DSL.table(name("engine", tableName)).as(name(alias)), alias);
  }

  Field<Long> key(String column) {
    return DSL.field(name(alias, column), SQLDataType.BIGINT);
  }

  Field<String> text(String column) {
    return DSL.field(name(alias, column), SQLDataType.CLOB);
  }

  Field<Integer> integer(String column) {
    return DSL.field(name(alias, column), SQLDataType.INTEGER);
  }

  Field<Instant> date(String column) {
    return DSL.field(name(alias, column), SQLDataType.INSTANT);
  }

  /** A date that no row is without: a list by it goes on where an index finds its place. */
  Field<Instant> givenDate(String column) {
    return DSL.field(name(alias, column), SQLDataType.INSTANT.notNull());
  }

  /** A column of type jsonb, as the text of its value. */
  Field<String> json(String column) {
    return text(column).cast(SQLDataType.CLOB);
  }
}
