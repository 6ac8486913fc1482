package city.whistle.engine.model;

import city.whistle.engine.expression.EvaluationException;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.expression.ExpressionSyntaxException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with texts in a model that are expressions, times or names of variables. */
final class TextProblems {

  /** Deeper than any model needs, and than a value that is made of it may be. */
  private static final int MAX_PATH = 100;

  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /** As long as such texts may be where they come with a command. */
  private static final int MAX_TEXT = 10_000;

  private static final Set<String> RESERVED =
      Set.of(
          "null",
          "true",
          "false",
          "function",
          "if",
          "then",
          "else",
          "for",
          "between",
          "instance",
          "of",
          "not");

  private final ExpressionEngine engine;

  TextProblems(ExpressionEngine engine) {
    this.engine = engine;
  }

  /** An expression, or a constant that goes into a column. */
  Optional<String> syntax(String text) {
    if (text == null) {
      return Optional.empty();
    }
    return isFeel(text) ? parsed(text) : bounded(text);
  }

  private static Optional<String> bounded(String text) {
    return text.length() > MAX_TEXT
        ? Optional.of(
            "has %d characters; at most %d are possible".formatted(text.length(), MAX_TEXT))
        : Optional.empty();
  }

  private Optional<String> parsed(String text) {
    try {
      engine.parse(text);
      return Optional.empty();
    } catch (ExpressionSyntaxException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** An expression, or a constant of any length: it becomes a value. */
  Optional<String> source(String text) {
    return text == null ? Optional.empty() : parsed(text);
  }

  Optional<String> requiredSyntax(String text) {
    return text == null || text.isEmpty() ? Optional.of("must not be empty") : parsed(text);
  }

  Optional<String> feelOnly(String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    return isFeel(text)
        ? syntax(text)
        : Optional.of("expected an expression, but was '%s'; put '=' in front".formatted(text));
  }

  private static boolean isFeel(String text) {
    return text.strip().startsWith("=");
  }

  Optional<String> priority(String text) {
    if (text == null || isFeel(text)) {
      return syntax(text);
    }
    return text.strip().matches("\\d{1,2}|100")
        ? Optional.empty()
        : Optional.of("expected a number from 0 to 100 or an expression, but was '" + text + "'");
  }

  Optional<String> date(String text) {
    return text == null || text.isEmpty()
        ? Optional.empty()
        : timer(EventDefinition.Timer.Kind.DATE, text);
  }

  Optional<String> timer(EventDefinition.Timer.Kind kind, String text) {
    String stripped = text.strip();
    if (isFeel(stripped)) {
      return syntax(stripped);
    }
    try {
      TimerSchedule.of(kind, stripped, Instant.EPOCH);
      return Optional.empty();
    } catch (EvaluationException e) {
      return Optional.of(e.getMessage());
    }
  }

  static Optional<String> path(String text) {
    if (text == null || text.isEmpty()) {
      return Optional.of("must not be empty");
    }
    String[] parts = text.split("\\.", -1);
    if (parts.length > MAX_PATH) {
      return Optional.of("has more than %d parts".formatted(MAX_PATH));
    }
    for (String part : parts) {
      if (name(part).isPresent() || part.isEmpty()) {
        return Optional.of("'" + text + "' is not the name of a variable or a path into one");
      }
    }
    return bounded(text);
  }

  static Optional<String> name(String text) {
    boolean valid =
        text == null || text.isEmpty() || NAME.matcher(text).matches() && !RESERVED.contains(text);
    if (!valid) {
      return Optional.of("'" + text + "' is not the name of a variable");
    }
    return text == null ? Optional.empty() : bounded(text);
  }
}
