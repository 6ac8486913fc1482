package city.whistle.console.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An open page that hears of changes. */
final class LivePage {

  /** A list of much changes often; nobody reads faster. */
  private static final Duration QUIET = Duration.ofSeconds(2);

  private static final Duration QUIET_CITY = Duration.ofSeconds(10);
  private static final Duration HEARTBEAT = Duration.ofSeconds(25);

  private final String person;
  private final Watched watched;
  private final SseEmitter wire;
  private final BooleanSupplier allowed;
  private Instant told;
  private boolean pending;

  /**
   * @param allowed whether the person may still see it: signed in, and with the rights for it
   */
  LivePage(String person, Watched watched, SseEmitter wire, BooleanSupplier allowed, Instant now) {
    this.person = person;
    this.watched = watched;
    this.wire = wire;
    this.allowed = allowed;
    this.told = now;
  }

  String person() {
    return person;
  }

  Watched watched() {
    return watched;
  }

  synchronized void changed() {
    pending = true;
  }

  /**
   * Says what is to be said by now.
   *
   * @return false where the page is gone, or its person may see it no more
   */
  boolean tell(Instant now) {
    boolean says = takes(now);
    if (!says && told.plus(HEARTBEAT).isAfter(now)) {
      return true;
    }
    told = now;
    if (!allowed.getAsBoolean()) {
      return false;
    }
    return send(
        says ? SseEmitter.event().name("changed").data("") : SseEmitter.event().comment(""));
  }

  private synchronized boolean takes(Instant now) {
    boolean whole = watched instanceof Watched.Lists lists && lists.codes() == null;
    boolean takes = pending && !told.plus(whole ? QUIET_CITY : QUIET).isAfter(now);
    pending &= !takes;
    return takes;
  }

  private boolean send(SseEmitter.SseEventBuilder event) {
    try {
      wire.send(event);
      return true;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  /** Does nothing where the page is gone already. */
  void end() {
    try {
      wire.complete();
    } catch (IllegalStateException e) {
      // the container ended it a moment before
    }
  }
}
