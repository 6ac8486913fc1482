package city.whistle.workers.answer;

import city.whistle.workers.text.TextTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/** Says what is wrong with an answer, in Chinese and in English. */
final class Sentences {

  static final String BUNDLE = "answers.messages";
  static final String PEOPLE = "answers.people";

  /** More at once nobody reads. */
  private static final int SAID_MAX = 5;

  private Sentences() {}

  /** The first problems, all in Chinese, then all in English. */
  static String of(List<Problem> problems) {
    return in(Locale.SIMPLIFIED_CHINESE, problems, "；", "。")
        + " "
        + in(Locale.UK, problems, "; ", ".");
  }

  /** What is wrong with one field, without its name: the person sees at which. */
  static String forPeople(Problem problem, Locale language) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            PEOPLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    String sentence = filled(bundle, problem, problem.fault().values());
    return sentence.isBlank() ? bundle.getString("unsaid") : sentence;
  }

  private static String in(Locale language, List<Problem> problems, String comma, String stop) {
    ResourceBundle bundle = bundle(language);
    return problems.stream()
        .limit(SAID_MAX)
        .map(problem -> sentence(bundle, problem))
        .collect(Collectors.joining(comma, "", stop));
  }

  private static String sentence(ResourceBundle bundle, Problem problem) {
    Map<String, String> values = new HashMap<>(problem.fault().values());
    values.put("label", problem.label());
    values.put("path", problem.path());
    return filled(bundle, problem, values);
  }

  private static String filled(ResourceBundle bundle, Problem problem, Map<String, String> values) {
    return new TextTemplate(bundle.getString(problem.fault().kind()))
        .fill(placeholder -> values.get(placeholder.name()));
  }

  static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
