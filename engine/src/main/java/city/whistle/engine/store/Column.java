package city.whistle.engine.store;

import java.util.List;
import java.util.function.Function;

/**
 * A column and how to take its value from a row.
 *
 * @param value in the form in which the type's arrays have it
 */
record Column<R>(String name, SqlType type, Function<R, Object> value) {

  Object[] values(List<R> rows) {
    Object[] values = type.array(rows.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    return values;
  }
}
