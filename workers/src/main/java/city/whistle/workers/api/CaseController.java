package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.CaseIntake;
import city.whistle.workers.intake.CaseRequestReader;
import city.whistle.workers.intake.OpenedCase;
import city.whistle.workers.intake.RequestDigest;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Opens a case and shows it. */
@RestController
@RequestMapping("/api/cases")
class CaseController {

  /** How many lines of a timeline are shown at once: more than nearly any case has. */
  static final int LINES_MAX = 500;

  private final CaseRequestReader reader;
  private final RequestDigest digest;
  private final CaseIntake intake;
  private final CaseRights rights;
  private final Timeline timeline;
  private final CaseViews views;

  CaseController(
      CaseRequestReader reader,
      RequestDigest digest,
      CaseIntake intake,
      CaseRights rights,
      Timeline timeline,
      CaseViews views) {
    this.reader = reader;
    this.digest = digest;
    this.intake = intake;
    this.rights = rights;
    this.timeline = timeline;
    this.views = views;
  }

  @PostMapping
  @Needs(Scope.INTAKE)
  ResponseEntity<Opened> open(
      @RequestBody JsonNode body, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    OpenedCase opened = intake.open(client.id(), reader.read(body), digest.of(body));
    Opened answer =
        new Opened(
            opened.file().number(),
            opened.file().id().toString(),
            opened.trackingCode(),
            client.caller().isUnit() || opened.similar().isEmpty() ? null : opened.similar(),
            opened.file().about().doubts());
    return opened.created()
        ? ResponseEntity.created(URI.create("/api/cases/" + answer.number())).body(answer)
        : ResponseEntity.ok(answer);
  }

  @GetMapping("/{number}")
  @Needs(Scope.READ)
  CaseView show(
      @PathVariable String number, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return views.of(find(client, number));
  }

  /**
   * The lines after the number {@code after}, oldest first; where there are more, the header {@code
   * Link} says where they go on.
   */
  @GetMapping("/{number}/timeline")
  @Needs(Scope.READ)
  ResponseEntity<List<TimelineLine>> timeline(
      @PathVariable String number,
      QueryFields query,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Integer from = query.read("after", CaseController::lineNumber, "must be a line's seq");
    query.throwIfWrong();
    List<TimelineLine> lines =
        timeline.of(find(client, number).id(), from == null ? 0 : from, LINES_MAX + 1).stream()
            .map(TimelineLine::of)
            .toList();
    if (lines.size() <= LINES_MAX) {
      return ResponseEntity.ok(lines);
    }
    int last = lines.get(LINES_MAX - 1).seq();
    return ResponseEntity.ok()
        .header(
            HttpHeaders.LINK,
            "</api/cases/%s/timeline?after=%d>; rel=\"next\"".formatted(number, last))
        .body(lines.subList(0, LINES_MAX));
  }

  private static Optional<Integer> lineNumber(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private CaseFile find(ApiClient client, String number) {
    return rights
        .seen(client.caller(), number)
        .orElseThrow(() -> new NotFound("there is no case with this number"));
  }

  /**
   * @param similar numbers of cases that are probably about the same matter; left out where there
   *     are none, and for a unit's system, which doesn't see every case
   * @param doubts what the agent had better ask at once, since a person decides otherwise; left out
   *     for most
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Opened(
      String number,
      String caseId,
      String trackingCode,
      List<String> similar,
      List<String> doubts) {}
}
