package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.difference.ComparisonRounds;
import city.whistle.workers.difference.Difference;
import city.whistle.workers.difference.Differences;
import city.whistle.workers.difference.Mending;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Shows where registry and engine differ, as the last comparison found it, and has it mended. A
 * unit's system sees what is about cases that it sees.
 */
@RestController
class DifferenceController {

  private final Differences differences;
  private final ComparisonRounds rounds;
  private final Mending mending;
  private final CaseRights rights;

  DifferenceController(
      Differences differences, ComparisonRounds rounds, Mending mending, CaseRights rights) {
    this.differences = differences;
    this.rounds = rounds;
    this.mending = mending;
    this.rights = rights;
  }

  @GetMapping("/api/differences")
  @Needs(Scope.SUPERVISE)
  DifferenceView.Page list(@RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Optional<Differences.Last> last = differences.last();
    List<Difference> seen = seen(client, differences.list());
    return DifferenceView.page(last, seen, !client.caller().isUnit());
  }

  /** Compares soon; the list tells when that was done. */
  @PostMapping("/api/differences")
  @Needs(Scope.SUPERVISE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void compare() {
    rounds.ask();
  }

  /** Body {@code {officer, reason}}. */
  @PostMapping("/api/differences/{id}/mend")
  @Needs(Scope.SUPERVISE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void mend(
      @PathVariable String id,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    RequestFields fields = RequestFields.of(body);
    String officer = Officers.read(fields);
    String reason = fields.requiredText("reason", 300);
    fields.refuseOthers();
    fields.throwIfWrong();
    List<Difference> found = mending.find(id).stream().toList();
    Difference seen =
        seen(client, found).stream()
            .findFirst()
            .orElseThrow(
                () -> new NotFound("GET /api/differences shows no difference with this id"));
    mending.mend(seen, client.id(), officer, reason);
  }

  private List<Difference> seen(ApiClient client, List<Difference> found) {
    if (!client.caller().isUnit()) {
      return found;
    }
    Set<UUID> cases =
        rights.seenOf(
            client.caller(),
            found.stream().map(Difference::caseId).filter(Objects::nonNull).toList());
    return found.stream()
        .filter(one -> one.caseId() != null && cases.contains(one.caseId()))
        .toList();
  }
}
