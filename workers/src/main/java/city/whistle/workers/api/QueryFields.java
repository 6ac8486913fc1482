package city.whistle.workers.api;

import city.whistle.workers.calendar.WrittenMonth;
import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.request.RequestTime;
import city.whistle.workers.request.StorableText;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads the parameters of a query and collects what is wrong, a parameter that nobody asked for
 * among it: a misspelt filter would show everything. An absent one reads as null.
 */
final class QueryFields {

  static final int LIMIT_MAX = 200;

  static final String MONTH_WANTED = "must be such as 2026-04";
  static final String UNIT_WANTED = "must be the code of a unit, as GET /api/units lists them";
  static final String CATEGORY_WANTED = "must be the code of a category, or of one above";

  private static final int USUAL_LIMIT = 50;
  private static final String TIME_WANTED = RequestTime.WANTED + ", its plus sign encoded as %2B";

  private final Map<String, String[]> parameters;
  private final Set<String> asked = new TreeSet<>();
  private final List<FieldProblem> problems = new ArrayList<>();

  /**
   * @param parameters as the request has them
   */
  QueryFields(Map<String, String[]> parameters) {
    this.parameters = parameters;
  }

  /**
   * @param wanted what would be right, for where {@code parse} finds nothing in the text
   */
  <T> T read(String name, Function<String, Optional<T>> parse, String wanted) {
    asked.add(name);
    String[] values = parameters.get(name);
    if (values == null) {
      return null;
    }
    require(values.length == 1, name, "must be there once");
    return check(name, values[0], parse, wanted);
  }

  /** The same, of what must be there. */
  <T> T required(String name, Function<String, Optional<T>> parse, String wanted) {
    if (!parameters.containsKey(name)) {
      asked.add(name);
      problems.add(new FieldProblem(name, wanted));
      return null;
    }
    return read(name, parse, wanted);
  }

  /** The same, of a part of the path. */
  <T> T check(String name, String text, Function<String, Optional<T>> parse, String wanted) {
    Optional<T> value = StorableText.holds(text) ? parse.apply(text) : Optional.empty();
    require(value.isPresent(), name, wanted);
    return value.orElse(null);
  }

  /** A code that {@code known} knows. */
  String code(String name, Predicate<String> known, String wanted) {
    return read(name, code -> Optional.of(code).filter(known), wanted);
  }

  /** A month, such as 2026-04, which must be there. */
  YearMonth month(String name) {
    return required(name, WrittenMonth::read, MONTH_WANTED);
  }

  OffsetDateTime time(String name) {
    return read(name, RequestTime::read, TIME_WANTED);
  }

  /** Where a page begins that goes on from another. */
  <T> T cursor(Function<String, Optional<T>> parse) {
    return read("cursor", parse, "must be a cursor that a page gave");
  }

  /** How many items a page has. */
  int limit() {
    Integer limit = read("limit", QueryFields::parseLimit, "must be 1 to " + LIMIT_MAX);
    return limit == null ? USUAL_LIMIT : limit;
  }

  private static Optional<Integer> parseLimit(String text) {
    return text.matches("[0-9]{1,3}")
        ? Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= LIMIT_MAX)
        : Optional.empty();
  }

  /** Refuses what is right by itself, but not together. */
  void require(boolean right, String name, String wanted) {
    if (!right) {
      problems.add(new FieldProblem(name, wanted));
    }
  }

  /**
   * Once everything is read.
   *
   * @throws InvalidRequest naming all problems, if there is one
   */
  void throwIfWrong() {
    parameters.keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(
            name ->
                problems.add(
                    new FieldProblem(
                        StorableText.holds(name) && name.length() <= 50 ? name : "query",
                        "is no parameter of this call; there are " + String.join(", ", asked))));
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
  }
}
