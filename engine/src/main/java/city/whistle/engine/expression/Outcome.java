package city.whistle.engine.expression;

import java.util.List;

/**
 * What an expression gave.
 *
 * @param value JSON-like
 * @param warnings what FEEL could not do and took as null
 */
record Outcome(Object value, List<String> warnings) {

  /** The warnings as the end of a sentence, empty where there are none. */
  String because() {
    return warnings.isEmpty() ? "" : " (" + String.join("; ", warnings) + ")";
  }
}
