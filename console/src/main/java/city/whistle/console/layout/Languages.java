package city.whistle.console.layout;

import city.whistle.console.account.Person;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.util.WebUtils;

/** Which of the two languages a page is in: what was chosen, else what the browser asks for. */
public final class Languages {

  public static final String COOKIE = "language";

  private Languages() {}

  /** The choice among those that there are; empty for another. */
  public static Optional<Locale> of(String tag) {
    return Texts.LANGUAGES.stream().filter(locale -> locale.getLanguage().equals(tag)).findFirst();
  }

  public static Locale of(Optional<Person> person, HttpServletRequest request) {
    return Stream.of(
            person.map(Person::language),
            Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue))
        .flatMap(Optional::stream)
        .flatMap(tag -> of(tag).stream())
        .findFirst()
        .orElseGet(() -> wanted(request));
  }

  private static Locale wanted(HttpServletRequest request) {
    if (request.getHeader("Accept-Language") == null) {
      return Texts.LANGUAGES.get(0);
    }
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> of(locale.getLanguage()).stream())
        .findFirst()
        .orElse(Texts.LANGUAGES.get(0));
  }
}
