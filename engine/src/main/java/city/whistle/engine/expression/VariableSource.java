package city.whistle.engine.expression;

import java.util.Map;

/** The variables that an expression sees, as JSON-like Java values. */
public interface VariableSource {

  boolean contains(String name);

  /** The value of the variable, null where it is null or not there. */
  Object get(String name);

  VariableSource EMPTY = of(Map.of());

  static VariableSource of(Map<String, ?> variables) {
    return new VariableSource() {
      @Override
      public boolean contains(String name) {
        return variables.containsKey(name);
      }

      @Override
      public Object get(String name) {
        return variables.get(name);
      }
    };
  }

  /** These variables, in front of those of the other source. */
  default VariableSource over(VariableSource other) {
    VariableSource front = this;
    return new VariableSource() {
      @Override
      public boolean contains(String name) {
        return front.contains(name) || other.contains(name);
      }

      @Override
      public Object get(String name) {
        return front.contains(name) ? front.get(name) : other.get(name);
      }
    };
  }
}
