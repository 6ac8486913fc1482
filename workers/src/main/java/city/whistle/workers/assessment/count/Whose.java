package city.whistle.workers.assessment.count;

import java.util.Collection;
import java.util.List;

/**
 * Whose cases are meant; a null list does not narrow them.
 *
 * @param units who had them
 * @param districts to which those belonged
 * @param categories of which they are, exactly
 * @param below a category or one above
 */
public record Whose(
    Collection<String> units,
    Collection<String> districts,
    Collection<String> categories,
    String below) {

  public static Whose units(Collection<String> units) {
    return new Whose(units, null, null, null);
  }

  public static Whose districts(Collection<String> districts) {
    return new Whose(null, districts, null, null);
  }

  public static Whose categories(Collection<String> categories) {
    return new Whose(null, null, categories, null);
  }

  public Whose below(String category) {
    return new Whose(units, districts, categories, category);
  }

  /** As a condition on the columns of {@code alias}. */
  String condition(String alias) {
    StringBuilder all = new StringBuilder("true");
    if (units != null) {
      all.append(" and %s.unit_code = any(:units)".formatted(alias));
    }
    if (districts != null) {
      all.append(" and %s.district_code = any(:districts)".formatted(alias));
    }
    if (categories != null) {
      all.append(" and %s.category_code = any(:categories)".formatted(alias));
    }
    if (below != null) {
      all.append(" and starts_with(%s.category_code, :below)".formatted(alias));
    }
    return all.toString();
  }

  static String[] array(Collection<String> values) {
    return (values == null ? List.<String>of() : values).toArray(String[]::new);
  }
}
