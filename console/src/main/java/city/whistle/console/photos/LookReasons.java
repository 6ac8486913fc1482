package city.whistle.console.photos;

import city.whistle.workers.calendar.CityTime;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Why somebody looks at the photos of a case. It is kept in his session for as long as he looks,
 * since a picture's address can't carry it.
 */
@Component
class LookReasons {

  private static final String KEY = LookReasons.class.getName() + ":";
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final CityTime time;

  LookReasons(CityTime time) {
    this.time = time;
  }

  void give(HttpSession session, String number, String reason) {
    session.setAttribute(KEY + number, new Given(reason, time.now().plus(KEPT).toInstant()));
  }

  Optional<String> of(HttpSession session, String number) {
    return session != null
            && session.getAttribute(KEY + number) instanceof Given given
            && given.until.isAfter(time.now().toInstant())
        ? Optional.of(given.reason)
        : Optional.empty();
  }

  private record Given(String reason, Instant until) implements Serializable {}
}
