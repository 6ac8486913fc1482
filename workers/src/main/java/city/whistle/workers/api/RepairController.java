package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.request.RequestFields;
import city.whistle.workers.stuck.CaseRepairs;
import city.whistle.workers.stuck.CaseRepairs.Repair;
import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gets a case going whose process met what it can't get over by itself. */
@RestController
class RepairController {

  private final CaseRights rights;
  private final CaseRepairs repairs;

  RepairController(CaseRights rights, CaseRepairs repairs) {
    this.rights = rights;
    this.repairs = repairs;
  }

  /** Body {@code {officer, reason, anew?}}. */
  @PostMapping("/api/cases/{number}/repair")
  @Needs(Scope.SUPERVISE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  Repair repair(
      @PathVariable String number,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    RequestFields fields = RequestFields.of(body);
    String officer = Officers.read(fields);
    String reason = fields.requiredText("reason", 300);
    boolean anew = Boolean.TRUE.equals(fields.flag("anew"));
    fields.refuseOthers();
    fields.throwIfWrong();
    CaseFile file =
        rights
            .seen(client.caller(), number)
            .orElseThrow(() -> new NotFound("there is no case with this number"));
    return repairs.repair(file, client.id(), officer, reason, anew);
  }
}
