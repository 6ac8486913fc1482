package city.whistle.engine.expression;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Evaluates expressions whose result has to be of a certain type. Constants of a model are taken
 * for what they are meant: "3" is a number, "a, b" is a list of texts. Every result of another type
 * is an {@link EvaluationException} that names the expression and what FEEL could not do.
 */
public final class Evaluations {

  private static final DateTimeFormatter FEEL_ZONED_DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendLiteral('@')
          .appendZoneRegionId()
          .toFormatter(Locale.ROOT);

  private static final int MAX_YEAR = 9_999;

  private final ExpressionEngine engine;

  public Evaluations(ExpressionEngine engine) {
    this.engine = engine;
  }

  public String evaluateText(Expression expression, VariableSource variables) {
    Outcome outcome = engine.outcome(expression, variables);
    if (outcome.value() instanceof String text) {
      return text;
    }
    throw unexpected(expression, "STRING", outcome);
  }

  /** A text that is not blank. */
  public String evaluateName(Expression expression, VariableSource variables) {
    String name = evaluateText(expression, variables);
    if (name.isBlank()) {
      throw new EvaluationException(
          "Expected result of the expression '%s' to be not empty, but was '%s'"
              .formatted(expression.source(), name));
    }
    return name;
  }

  /** A text, or null where the result is null. */
  public String evaluateNullableText(Expression expression, VariableSource variables) {
    Outcome outcome = engine.outcome(expression, variables);
    if (outcome.value() == null || outcome.value() instanceof String) {
      return (String) outcome.value();
    }
    throw unexpected(expression, "STRING", outcome);
  }

  /** A correlation key: a text, or a number as its text. */
  public String evaluateKey(Expression expression, VariableSource variables) {
    Outcome outcome = engine.outcome(expression, variables);
    if (outcome.value() instanceof String || outcome.value() instanceof Number) {
      return outcome.value().toString();
    }
    throw unexpected(expression, "STRING' or 'NUMBER", outcome);
  }

  public boolean evaluateBoolean(Expression expression, VariableSource variables) {
    Outcome outcome = engine.outcome(expression, variables);
    if (outcome.value() instanceof Boolean bool) {
      return bool;
    }
    throw unexpected(expression, "BOOLEAN", outcome);
  }

  /** A whole number in the range of an int. */
  public int evaluateNumber(Expression expression, VariableSource variables) {
    Outcome outcome = engine.outcome(expression, variables);
    Object value = engine.isStatic(expression) ? wholeNumber(expression) : outcome.value();
    if (value instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    if (outcome.value() instanceof Number number) {
      throw new EvaluationException(
          "Expected result of the expression '%s' to be a whole number of at most %d, but was '%s'"
              .formatted(expression.source(), Integer.MAX_VALUE, number));
    }
    throw unexpected(expression, "NUMBER", outcome);
  }

  private static Object wholeNumber(Expression constant) {
    try {
      return Long.valueOf(constant.source().strip());
    } catch (NumberFormatException e) {
      return constant.source();
    }
  }

  public List<?> evaluateList(Expression expression, VariableSource variables) {
    Outcome outcome = engine.outcome(expression, variables);
    if (outcome.value() instanceof List<?> list) {
      return list;
    }
    throw unexpected(expression, "ARRAY", outcome);
  }

  /** A list of texts; a constant is split at its commas; null counts as the empty list. */
  public List<String> evaluateTexts(Expression expression, VariableSource variables) {
    if (engine.isStatic(expression)) {
      return Arrays.stream(expression.source().split(","))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .toList();
    }
    Outcome outcome = engine.outcome(expression, variables);
    if (outcome.value() == null) {
      return List.of();
    }
    if (outcome.value() instanceof List<?> list) {
      return texts(expression, list);
    }
    throw unexpected(expression, "ARRAY of STRING", outcome);
  }

  private static List<String> texts(Expression expression, List<?> list) {
    List<String> texts = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof String text)) {
        throw new EvaluationException(
            "Expected result of the expression '%s' to be 'ARRAY of STRING', but its item %d was '%s'"
                .formatted(expression.source(), texts.size() + 1, typeOf(item)));
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  /**
   * A date-time with offset or zone, or null where the result is null or an empty text. One that
   * FEEL gives without either is in UTC; a constant has to say it.
   */
  public OffsetDateTime evaluateDateTime(Expression expression, VariableSource variables) {
    Outcome outcome = engine.outcome(expression, variables);
    if (outcome.value() == null || "".equals(outcome.value())) {
      return null;
    }
    if (outcome.value() instanceof String text) {
      try {
        return engine.isStatic(expression)
            ? parseDateTime(text).toOffsetDateTime()
            : parseDateTime(zoned(text)).toOffsetDateTime();
      } catch (DateTimeParseException e) {
        throw new EvaluationException(
            "Expected result of the expression '%s' to be a date-time with offset, such as '2026-01-31T09:00:00+08:00', but was '%s'"
                .formatted(expression.source(), text));
      }
    }
    throw unexpected(expression, "DATE_TIME", outcome);
  }

  /** A date-time without offset or zone is one in UTC; everything else stays as it is. */
  public static String zoned(String text) {
    try {
      return LocalDateTime.parse(text) + "Z";
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  /**
   * Reads an ISO 8601 date-time with offset or zone, also as FEEL writes it: {@code
   * 2026-01-31T09:00:00@Asia/Shanghai}.
   *
   * @throws DateTimeParseException where it is none, or its year has more than four digits: stores
   *     don't keep all that Java can calculate with
   */
  public static ZonedDateTime parseDateTime(String text) {
    ZonedDateTime time =
        text.indexOf('@') < 0
            ? ZonedDateTime.parse(text)
            : ZonedDateTime.parse(text, FEEL_ZONED_DATE_TIME);
    if (time.getYear() < 0 || time.getYear() > MAX_YEAR) {
      throw new DateTimeParseException("the year must have four digits", text, 0);
    }
    return time;
  }

  private static EvaluationException unexpected(
      Expression expression, String expected, Outcome outcome) {
    return new EvaluationException(
        "Expected result of the expression '%s' to be '%s', but was '%s'%s"
            .formatted(expression.source(), expected, typeOf(outcome.value()), outcome.because()));
  }

  private static String typeOf(Object value) {
    if (value == null) {
      return "NULL";
    }
    if (value instanceof String) {
      return "STRING";
    }
    if (value instanceof Boolean) {
      return "BOOLEAN";
    }
    if (value instanceof Map) {
      return "OBJECT";
    }
    return value instanceof List ? "ARRAY" : "NUMBER";
  }
}
