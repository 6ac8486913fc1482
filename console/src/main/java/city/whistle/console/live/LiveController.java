package city.whistle.console.live;

import city.whistle.console.access.Access;
import city.whistle.console.access.Allowed;
import city.whistle.console.access.Right;
import city.whistle.console.account.Accounts;
import city.whistle.console.account.Person;
import city.whistle.console.account.Sessions;
import city.whistle.console.layout.NoSuchPage;
import city.whistle.workers.access.Caller;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.unit.Units;
import city.whistle.workers.whistle.WhistleViews;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events for an open page, which say "changed" and nothing else: the page then fetches
 * its part, where its rights are asked as ever.
 */
@Controller
class LiveController {

  /** Browsers come back by themselves; what nobody hears any more ends. */
  private static final Duration LASTS = Duration.ofMinutes(10);

  private final LivePages pages;
  private final Access access;
  private final Accounts accounts;
  private final Sessions sessions;
  private final WhistleViews whistles;
  private final Units units;
  private final Clock clock;

  LiveController(
      LivePages pages,
      Access access,
      Accounts accounts,
      Sessions sessions,
      WhistleViews whistles,
      Units units,
      Clock clock) {
    this.pages = pages;
    this.access = access;
    this.accounts = accounts;
    this.sessions = sessions;
    this.whistles = whistles;
    this.units = units;
    this.clock = clock;
  }

  /**
   * @param of {@code case:} or {@code whistle:} with a number, or {@code list}
   * @return null, and 204, where there is no room: browsers don't come back then
   */
  @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Allowed(Right.OWN_ACCOUNT)
  SseEmitter live(
      @RequestParam(defaultValue = "") String of,
      Person person,
      HttpServletRequest request,
      HttpServletResponse response) {
    Watched watched = watched(of, person).orElseThrow(NoSuchPage::new);
    SseEmitter wire = new SseEmitter(LASTS.toMillis());
    LivePage page =
        new LivePage(person.id(), watched, wire, allowed(of, person, request), clock.instant());
    wire.onCompletion(() -> pages.remove(page));
    wire.onTimeout(wire::complete);
    wire.onError(failed -> pages.remove(page));
    if (!pages.add(page)) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    response.setHeader("X-Accel-Buffering", "no");
    return wire;
  }

  private BooleanSupplier allowed(String of, Person person, HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String id = session == null ? null : session.getId();
    return () ->
        (id == null || sessions.isOpen(id))
            && accounts.find(person.id()).flatMap(now -> watched(of, now)).isPresent();
  }

  /** Empty where there is nothing of it that the person may see. */
  private Optional<Watched> watched(String of, Person person) {
    String[] parts = of.split(":", 2);
    return switch (parts[0]) {
      case "case" -> access.seen(person, parts[parts.length - 1]).map(LiveController::subject);
      case "whistle" -> whistle(person, parts[parts.length - 1]);
      case "list" -> Optional.of(new Watched.Lists(codes(person)));
      default -> Optional.empty();
    };
  }

  private static Watched subject(CaseFile file) {
    return new Watched.Subject(file.id());
  }

  private Optional<Watched> whistle(Person person, String number) {
    return access.whistleCallers(person).stream()
        .flatMap(caller -> whistles.find(caller, number).stream())
        .findFirst()
        .map(found -> new Watched.Subject(found.state().about().timelineSubject()));
  }

  private List<String> codes(Person person) {
    List<Caller> callers = access.callers(person);
    return callers.isEmpty() || callers.stream().anyMatch(caller -> !caller.isUnit())
        ? null
        : callers.stream()
            .flatMap(caller -> units.withBelow(caller.unitCode()).stream())
            .distinct()
            .toList();
  }
}
