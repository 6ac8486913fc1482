package city.whistle.workers.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with placeholders {@code {name}}, {@code {name:time}} and {@code {name:word}}. */
public record TextTemplate(String text) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

  /** How a value is shown. */
  public enum Form {
    PLAIN,
    TIME,
    WORD
  }

  /** A placeholder as it stands in the text. */
  public record Placeholder(String name, Form form) {

    static Placeholder of(MatchResult match) {
      String[] parts = match.group(1).split(":", 2);
      return new Placeholder(parts[0], parts.length == 1 ? Form.PLAIN : form(parts[1]));
    }

    private static Form form(String word) {
      return switch (word) {
        case "time" -> Form.TIME;
        case "word" -> Form.WORD;
        default ->
            throw new IllegalArgumentException("a value is shown as time or word, not " + word);
      };
    }
  }

  public Set<Placeholder> placeholders() {
    Set<Placeholder> found = new LinkedHashSet<>();
    PLACEHOLDER.matcher(text).results().map(Placeholder::of).forEach(found::add);
    return found;
  }

  public String fill(Function<Placeholder, String> value) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value.apply(Placeholder.of(match))));
  }
}
