package city.whistle.console.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a form, field by field, the first thing each. */
public final class Problems {

  private final Map<String, Message> byField = new LinkedHashMap<>();

  public static Problems none() {
    return new Problems();
  }

  public Problems add(String field, String key, Object... arguments) {
    byField.putIfAbsent(field, Message.of(key, arguments));
    return this;
  }

  public boolean isEmpty() {
    return byField.isEmpty();
  }

  public Optional<Message> of(String field) {
    return Optional.ofNullable(byField.get(field));
  }

  /** In the order in which they were found. */
  public Map<String, Message> all() {
    return byField;
  }
}
