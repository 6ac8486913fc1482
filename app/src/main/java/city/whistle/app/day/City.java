package city.whistle.app.day;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What people complain of and where, each with its weight: as the registry has it at its start. */
final class City {

  private static final String HEATING = "0104";
  private static final List<Integer> WITHOUT_HEATING = List.of(4, 5, 6, 7, 8, 9, 10);

  private final Weighted<Category> dispatched;
  private final Weighted<Category> summer;
  private final Map<String, List<Category>> signals;
  private final Weighted<Street> streets;

  private City(List<Category> categories, List<Street> streets) {
    List<Category> usual = categories.stream().filter(c -> c.signal() == null).toList();
    ToDoubleFunction<Category> weight = weights(usual);
    this.dispatched = new Weighted<>(usual, weight);
    this.summer =
        new Weighted<>(usual.stream().filter(c -> !c.code().startsWith(HEATING)).toList(), weight);
    this.signals =
        categories.stream()
            .filter(c -> c.signal() != null)
            .collect(Collectors.groupingBy(Category::signal));
    this.streets = new Weighted<>(streets, City::weight);
  }

  static City read() {
    return new City(categories(), streets());
  }

  /**
   * A category by its published share; of heating people complain in the months when it runs.
   *
   * @param chance from 0 to below 1
   * @param month from 1
   */
  Category category(double chance, int month) {
    return (WITHOUT_HEATING.contains(month) ? summer : dispatched).at(chance);
  }

  /** The categories that are not dispatched for this reason. */
  List<Category> undispatched(String signal) {
    return signals.get(signal);
  }

  Street street(double chance) {
    return streets.at(chance);
  }

  /** A category by its code. */
  Category category(String code) {
    return dispatched.all().stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
  }

  /** The published weight of a top level is parted evenly among what is below. */
  private static ToDoubleFunction<Category> weights(List<Category> categories) {
    return category ->
        Shares.ofTop(category.topName())
            / categories.stream().filter(c -> c.top().equals(category.top())).count();
  }

  /** The busiest sub-district has about ten times the cases of the quietest. */
  private static double weight(Street street) {
    return 0.1 + new Chance(Long.parseLong(street.code())).of(0, "weight");
  }

  private static List<Category> categories() {
    List<Category> found = new ArrayList<>();
    String topName = "";
    for (JsonNode row : tree("categories.json").required("categories")) {
      String code = row.required("code").asText();
      if (code.length() == 2) {
        topName = row.required("name").asText();
      }
      if (row.has("unitKind")) {
        found.add(
            new Category(
                code,
                row.required("name").asText(),
                topName,
                row.required("unitKind").asText(),
                row.path("limit").asText("7d"),
                row.path("signal").asText(null)));
      }
    }
    return found;
  }

  private static List<Street> streets() {
    List<Street> found = new ArrayList<>();
    for (JsonNode district : tree("districts-and-streets.json").required("districts")) {
      for (JsonNode street : district.required("streets")) {
        found.add(
            new Street(
                street.required("code").asText(),
                street.required("name").asText(),
                district.required("code").asText()));
      }
    }
    return found;
  }

  private static JsonNode tree(String file) {
    try (InputStream in = City.class.getResourceAsStream("/data/" + file)) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param topName of the top level that it is below
   * @param unitKind of the unit to which it is dispatched
   * @param level of its time limit
   * @param signal why it isn't dispatched; null where it is
   */
  record Category(
      String code, String name, String topName, String unitKind, String level, String signal) {

    String top() {
      return code.substring(0, 2);
    }
  }

  /** A sub-district or township. */
  record Street(String code, String name, String districtCode) {}
}
