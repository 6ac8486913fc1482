package city.whistle.workers.assessment.count;

import java.util.List;

/**
 * Whose cases are meant.
 *
 * @param by what {@code codes} are of: who had the case, the district that unit belonged to, or
 *     what it is about
 * @param below a category or one above, to which they are narrowed; null for all
 */
public record Whose(By by, List<String> codes, String below) {

  public static Whose unit(String code) {
    return new Whose(By.UNIT, List.of(code), null);
  }

  public static Whose district(String code) {
    return new Whose(By.DISTRICT, List.of(code), null);
  }

  /** Of these categories, exactly. */
  public static Whose categories(List<String> codes) {
    return new Whose(By.CATEGORY, codes, null);
  }

  public Whose below(String category) {
    return new Whose(by, codes, category);
  }

  /** A column of {@code assessment_case}. */
  enum By {
    UNIT("unit_code"),
    DISTRICT("district_code"),
    CATEGORY("category_code");

    private final String column;

    By(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }
}
