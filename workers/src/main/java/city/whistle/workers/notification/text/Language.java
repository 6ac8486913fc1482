package city.whistle.workers.notification.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language that every message is written in. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.UK);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  /** {@code zh} or {@code en}. */
  public String wireName() {
    return locale.getLanguage();
  }

  public static Optional<Language> of(String wireName) {
    return Arrays.stream(values())
        .filter(language -> language.wireName().equals(wireName))
        .findFirst();
  }
}
