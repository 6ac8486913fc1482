package city.whistle.console.layout;

import city.whistle.console.access.CurrentPerson;
import city.whistle.console.account.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The page of a form that was refused, for a browser that goes to it by a redirect: so it can be
 * loaded anew, and gone back to, without sending the form again. Sealed in the session; the last
 * one only, which is gone with the session.
 */
@Component
class RefusedForms {

  static final String PATH = "/refused/";

  private static final String ATTRIBUTE = RefusedForms.class.getName();
  private static final String PURPOSE = "console.refusedForm";

  /** Several times the longest of our pages; a longer one answers the form itself. */
  private static final int LENGTH_MAX = 500_000;

  private final CurrentPerson current;
  private final Sealing sealing;

  RefusedForms(CurrentPerson current, Sealing sealing) {
    this.current = current;
    this.sealing = sealing;
  }

  /**
   * Where the page is to be seen; empty where it answers the form itself: because it refuses
   * nothing, or who asks is no browser that changes its page, or nobody is signed in.
   */
  Optional<String> keep(Page page, String html, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    boolean refused =
        page.status() == HttpStatus.UNPROCESSABLE_ENTITY
            && HttpMethod.POST.matches(request.getMethod());
    if (!refused || session == null || !isNavigation(request) || html.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    return current
        .in(request)
        .map(
            person -> {
              String key = UUID.randomUUID().toString();
              session.setAttribute(
                  ATTRIBUTE, new Kept(key, sealing.seal(PURPOSE, label(person, key), html)));
              return PATH + key;
            });
  }

  /** The page; empty where it isn't this session's last, or another person's. */
  Optional<String> find(String key, Person person, HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> session.getAttribute(ATTRIBUTE))
        .map(Kept.class::cast)
        .filter(kept -> kept.key().equals(key))
        .flatMap(kept -> sealing.open(PURPOSE, label(person, key), kept.box()));
  }

  /** By the header that browsers send of themselves, and no script can. */
  private static boolean isNavigation(HttpServletRequest request) {
    return "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
  }

  private static String label(Person person, String key) {
    return person.id() + " " + key;
  }

  private record Kept(String key, byte[] box) implements Serializable {}
}
