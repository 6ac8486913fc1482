package city.whistle.console.layout;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** The sentences of one language, from {@code messages_<language>.properties}. */
final class Messages {

  private final Map<String, String> patterns;

  private Messages(Map<String, String> patterns) {
    this.patterns = patterns;
  }

  static Messages of(Locale language) {
    String file = "/city/whistle/console/messages_" + language.getLanguage() + ".properties";
    try (Reader reader =
        new InputStreamReader(Messages.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      Map<String, String> patterns = new HashMap<>();
      properties.forEach((key, value) -> patterns.put((String) key, (String) value));
      return new Messages(patterns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String key) {
    return patterns.containsKey(key);
  }

  /**
   * @throws IllegalArgumentException where there is no such key
   */
  String pattern(String key) {
    String pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("there is no message '" + key + "'");
    }
    return pattern;
  }
}
