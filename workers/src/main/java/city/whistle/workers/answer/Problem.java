package city.whistle.workers.answer;

import java.util.Locale;

/**
 * A fault and where it is.
 *
 * @param label as people see the field
 * @param labelEnglish the same in English
 * @param path as a caller writes it, rows counted from one
 */
record Problem(String label, String labelEnglish, String path, Fault fault) {

  /** Of what is no field of the form. */
  static Problem unknown(String path, Fault fault) {
    return new Problem(path, "", path, fault);
  }

  /** Empty for what is no field of the form. */
  String label(Locale language) {
    boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return english || labelEnglish.isEmpty() ? labelEnglish : label;
  }
}
