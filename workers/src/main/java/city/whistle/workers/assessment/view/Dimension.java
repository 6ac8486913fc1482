package city.whistle.workers.assessment.view;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what figures of several months are put apart. */
public enum Dimension {
  MONTH("to_char(r.month, 'YYYY-MM')"),
  DISTRICT("c.district_code"),
  UNIT("c.unit_code"),
  /** 大类: a category's first two digits. */
  TOP("left(c.category_code, 2)"),
  CATEGORY("c.category_code");

  private final String expression;

  Dimension(String expression) {
    this.expression = expression;
  }

  String expression() {
    return expression;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Dimension> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }
}
