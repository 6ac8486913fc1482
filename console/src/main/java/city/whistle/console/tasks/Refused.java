package city.whistle.console.tasks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The engine doesn't do it, and says why. */
public class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What a listener gave as its reason: in our engine's words, and in Camunda's. */
  private static final Pattern REASON =
      Pattern.compile("(?s)Reason(?: to deny: '(.*)'|: (.*))\\s*$");

  Refused(String sentence) {
    super(sentence);
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
