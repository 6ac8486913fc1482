package city.whistle.workers.answer;

import java.util.Map;

/**
 * What is wrong with an answer, without the answer itself.
 *
 * @param kind of the sentence in {@code answers/messages}
 * @param values of the sentence's placeholders
 */
record Fault(String kind, Map<String, String> values) {

  static Fault of(String kind) {
    return new Fault(kind, Map.of());
  }

  static Fault of(String kind, String name, Object value) {
    return new Fault(kind, Map.of(name, String.valueOf(value)));
  }

  /** A rule of the form's own, in its own words. */
  static Fault inWords(String chinese, String english) {
    return new Fault("inWords", Map.of("chinese", chinese, "english", english));
  }
}
