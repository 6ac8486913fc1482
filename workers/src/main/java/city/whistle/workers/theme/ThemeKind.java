package city.whistle.workers.theme;

import java.util.Arrays;

/** Why a category is proposed (高频, 季节性, 风险). */
public enum ThemeKind {
  FREQUENT("frequent"),
  SEASONAL("seasonal"),
  RISK("risk");

  private final String wireName;

  ThemeKind(String wireName) {
    this.wireName = wireName;
  }

  /** Null for null. */
  static ThemeKind of(String name) {
    return name == null
        ? null
        : Arrays.stream(values())
            .filter(kind -> kind.wireName.equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no kind of theme: " + name));
  }

  public String wireName() {
    return wireName;
  }
}
