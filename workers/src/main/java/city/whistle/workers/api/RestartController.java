package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.stuck.CaseRestarts;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Has the process of a case on which none works any more started anew. */
@RestController
class RestartController {

  private final CaseRights rights;
  private final CaseRestarts restarts;

  RestartController(CaseRights rights, CaseRestarts restarts) {
    this.rights = rights;
    this.restarts = restarts;
  }

  /** Body {@code {officer, reason}}. */
  @PostMapping("/api/cases/{number}/restart")
  @Needs(Scope.SUPERVISE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void restart(
      @PathVariable String number,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    RequestFields fields = RequestFields.of(body);
    String officer = Officers.read(fields);
    String reason = fields.requiredText("reason", 300);
    fields.refuseOthers();
    fields.throwIfWrong();
    restarts.restart(
        rights
            .seen(client.caller(), number)
            .orElseThrow(() -> new NotFound("there is no case with this number")),
        client.id(),
        officer,
        reason);
  }
}
