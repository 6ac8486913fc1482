package city.whistle.workers.answer;

import java.util.Locale;

/**
 * What is wrong with an answer at one field, for the person who filled it in.
 *
 * @param path of the field among the form's variables, rows counted from one
 */
public record Wrong(String path, Words chinese, Words english) {

  static Wrong of(Problem problem) {
    return new Wrong(
        problem.path(), words(problem, Locale.SIMPLIFIED_CHINESE), words(problem, Locale.UK));
  }

  private static Words words(Problem problem, Locale language) {
    String sentence = Sentences.forPeople(problem, language);
    return new Words(
        problem.label(language),
        sentence.substring(0, 1).toUpperCase(language) + sentence.substring(1));
  }

  /**
   * In one language.
   *
   * @param label as the form calls the field; empty for what is no field of the form
   * @param sentence without the label
   */
  public record Words(String label, String sentence) {}
}
