package city.whistle.workers.api;

import city.whistle.workers.request.FieldProblem;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.request.StorableText;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parameters of a query and collects what is wrong. An absent one reads as null. */
final class QueryFields {

  static final int LIMIT_MAX = 200;

  private static final int USUAL_LIMIT = 50;

  private final List<FieldProblem> problems = new ArrayList<>();

  /**
   * @param wanted what would be right, for where {@code parse} finds nothing in the text
   */
  <T> T read(String name, String text, Function<String, Optional<T>> parse, String wanted) {
    if (text == null) {
      return null;
    }
    Optional<T> value = StorableText.holds(text) ? parse.apply(text) : Optional.empty();
    if (value.isEmpty()) {
      problems.add(new FieldProblem(name, wanted));
    }
    return value.orElse(null);
  }

  /** A text as it is, which nothing may match. */
  String text(String name, String text) {
    return read(name, text, Optional::of, StorableText.WANTED);
  }

  /** A month, such as 2026-04. */
  YearMonth month(String name, String text) {
    return read(name, text, QueryFields::parseMonth, "must be such as 2026-04");
  }

  private static Optional<YearMonth> parseMonth(String text) {
    return text.matches("(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])")
        ? Optional.of(YearMonth.parse(text))
        : Optional.empty();
  }

  /** The code of a category, or of one above. */
  String categoryOrAbove(String name, String text) {
    return read(
        name,
        text,
        code -> Optional.of(code).filter(digits -> digits.matches("[0-9]{2,12}")),
        "must be a category's code");
  }

  /** How many items a page has. */
  int limit(String text) {
    Integer limit = read("limit", text, QueryFields::parseLimit, "must be 1 to " + LIMIT_MAX);
    return limit == null ? USUAL_LIMIT : limit;
  }

  private static Optional<Integer> parseLimit(String text) {
    return text.matches("[0-9]{1,3}")
        ? Optional.of(Integer.valueOf(text)).filter(n -> n >= 1 && n <= LIMIT_MAX)
        : Optional.empty();
  }

  /**
   * @throws InvalidRequest naming all problems, if there is one
   */
  void throwIfWrong() {
    if (!problems.isEmpty()) {
      throw new InvalidRequest(problems);
    }
  }
}
