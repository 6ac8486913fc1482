package city.whistle.console.people;

import city.whistle.console.account.PasswordLinks;
import city.whistle.console.layout.Sealing;
import city.whistle.workers.WhistleProperties;
import city.whistle.workers.calendar.CityTime;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A one-time link that was just made, for the administrator who made it: sealed in his session for
 * a quarter of an hour, so that a page that is loaded anew shows it again. The database has its
 * digest alone.
 */
@Component
class MadeLinks {

  private static final Duration SHOWN_FOR = Duration.ofMinutes(15);
  private static final String ATTRIBUTE = MadeLinks.class.getName();
  private static final String PURPOSE = "console.madeLink";

  private final PasswordLinks links;
  private final Sealing sealing;
  private final CityTime time;
  private final URI publicUrl;

  MadeLinks(PasswordLinks links, Sealing sealing, CityTime time, WhistleProperties settings) {
    this.links = links;
    this.sealing = sealing;
    this.time = time;
    this.publicUrl = settings.publicUrl();
  }

  /** Keeps it in place of the one before. */
  void keep(HttpServletRequest request, String personId, String path) {
    request
        .getSession()
        .setAttribute(
            ATTRIBUTE,
            new Kept(personId, sealing.seal(PURPOSE, personId, path), time.now().plus(SHOWN_FOR)));
  }

  /** As it is handed to the person; empty where none was just made, or it was used. */
  Optional<String> of(HttpServletRequest request, String personId) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> session.getAttribute(ATTRIBUTE))
        .map(Kept.class::cast)
        .filter(kept -> kept.personId().equals(personId) && time.now().isBefore(kept.until()))
        .flatMap(kept -> sealing.open(PURPOSE, personId, kept.box()))
        .filter(path -> links.personOf(path.substring(path.lastIndexOf('/') + 1)).isPresent())
        .map(path -> address(request).resolve(path).toString());
  }

  /**
   * Behind TLS the public address, since browsers keep no sign-in of another; else the one by which
   * the administrator himself came, whatever port the program got.
   */
  private URI address(HttpServletRequest request) {
    return "https".equals(publicUrl.getScheme())
        ? publicUrl
        : ServletUriComponentsBuilder.fromContextPath(request).build().toUri();
  }

  private record Kept(String personId, byte[] box, OffsetDateTime until) implements Serializable {}
}
