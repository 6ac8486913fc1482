package city.whistle.workers.api;

import city.whistle.workers.assessment.request.AskedFor;
import city.whistle.workers.assessment.request.AskedFor.Kind;
import city.whistle.workers.assessment.request.Requests;
import city.whistle.workers.assessment.request.Requests.Taken;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes what units ask for: exclusions from a month's figures, and appeals against them. */
@RestController
class AssessmentRequestController {

  private final Requests requests;

  AssessmentRequestController(Requests requests) {
    this.requests = requests;
  }

  @PostMapping("/api/exclusions")
  @Needs(Scope.ASSESS)
  ResponseEntity<View> exclude(
      @RequestBody JsonNode body, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return answer("/api/exclusions/", requests.ask(Kind.EXCLUSION, client.caller(), body));
  }

  @PostMapping("/api/appeals")
  @Needs(Scope.ASSESS)
  ResponseEntity<View> appeal(
      @RequestBody JsonNode body, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return answer("/api/appeals/", requests.ask(Kind.APPEAL, client.caller(), body));
  }

  @GetMapping("/api/exclusions/{id}")
  @Needs(Scope.ASSESS)
  View exclusion(@PathVariable String id, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return find(client, Kind.EXCLUSION, id);
  }

  @GetMapping("/api/appeals/{id}")
  @Needs(Scope.ASSESS)
  View appealed(@PathVariable String id, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return find(client, Kind.APPEAL, id);
  }

  private static ResponseEntity<View> answer(String path, Taken taken) {
    View view = View.of(taken.asked());
    return taken.created()
        ? ResponseEntity.created(URI.create(path + view.id())).body(view)
        : ResponseEntity.ok(view);
  }

  private View find(ApiClient client, Kind kind, String id) {
    try {
      return requests
          .find(client.caller(), kind, UUID.fromString(id))
          .map(View::of)
          .orElseThrow(AssessmentRequestController::unknown);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("nothing was asked for by this id");
  }

  /**
   * What was asked for; what there isn't is left out.
   *
   * @param unit for which the case is counted, {@code month} in which
   * @param state {@code asked}, {@code granted}, {@code refused} or {@code refusedByRule}
   * @param reason of the decision
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      UUID id,
      String unit,
      String month,
      String ground,
      String state,
      OffsetDateTime askedAt,
      String reason,
      OffsetDateTime decidedAt) {

    static View of(AskedFor asked) {
      return new View(
          asked.id(),
          asked.unitCode(),
          asked.month().toString(),
          asked.ground(),
          asked.state().wireName(),
          asked.askedAt(),
          asked.reason(),
          asked.decidedAt());
    }
  }
}
