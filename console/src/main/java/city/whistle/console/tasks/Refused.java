package city.whistle.console.tasks;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine doesn't do it, and says why. */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What a listener gave as its reason: in our engine's words, and in Camunda's. */
  private static final Pattern REASON =
      Pattern.compile("(?s)Reason(?: to deny: '(.*)'|: (.*))\\s*$");

  /** A reason in both languages: where the Chinese ends. */
  private static final String BETWEEN = "。 ";

  private final boolean passing;

  Refused(String sentence) {
    this(sentence, false);
  }

  private Refused(String sentence, boolean passing) {
    super(sentence);
    this.passing = passing;
  }

  /**
   * @param conflict whether what it is about is in another state than it must be in
   */
  static Refused of(String detail, boolean conflict) {
    return new Refused(sentence(detail), conflict && !isReasoned(detail));
  }

  private static boolean isReasoned(String detail) {
    return detail != null && REASON.matcher(detail).find();
  }

  /**
   * Whether it may be only for this moment: something else that happens to it isn't through yet. A
   * listener's reason stays.
   */
  boolean mayPass() {
    return passing;
  }

  /** In Chinese; the whole where it is in one language only. */
  String chinese() {
    return end().map(end -> getMessage().substring(0, end + 1)).orElse(getMessage());
  }

  /** In English; the whole where it is in one language only. */
  String english() {
    return end().map(end -> getMessage().substring(end + BETWEEN.length())).orElse(getMessage());
  }

  private Optional<Integer> end() {
    return Optional.of(getMessage().indexOf(BETWEEN)).filter(end -> end > 0);
  }

  /** Of the engine's answer what was meant for the person. */
  static String sentence(String detail) {
    if (detail == null) {
      return "";
    }
    Matcher reason = REASON.matcher(detail);
    if (!reason.find()) {
      return detail;
    }
    return reason.group(1) == null ? reason.group(2) : reason.group(1);
  }
}
