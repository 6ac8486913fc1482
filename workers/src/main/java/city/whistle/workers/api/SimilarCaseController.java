package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.intake.SimilarCases;
import city.whistle.workers.intake.SoughtReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Names open cases about what somebody is about to complain of, so that he can join one before a
 * second order is made. A body and not a query, since an address stands in no URL.
 */
@RestController
class SimilarCaseController {

  private final SoughtReader reader;
  private final SimilarCases similar;
  private final CaseRights rights;

  SimilarCaseController(SoughtReader reader, SimilarCases similar, CaseRights rights) {
    this.reader = reader;
    this.similar = similar;
    this.rights = rights;
  }

  @PostMapping("/api/similar-cases")
  @Needs(Scope.INTAKE)
  List<SimilarCase> similar(
      @RequestBody JsonNode body, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    rights.requireMerging(client.caller());
    return similar.open(reader.read(body)).stream().map(SimilarCase::of).toList();
  }
}
