package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.intake.SimilarCases;
import city.whistle.workers.matter.CaseMerging;
import city.whistle.workers.matter.CaseMerging.Order;
import city.whistle.workers.request.RequestFields;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Makes one order of cases about the same matter, and parts them again. */
@RestController
class MergeController {

  private static final String UNKNOWN = "there is no case with this number";
  private static final int REASON_MAX = 300;

  private final CaseMerging merging;
  private final CaseRights rights;
  private final SimilarCases similar;
  private final CaseViews views;

  MergeController(CaseMerging merging, CaseRights rights, SimilarCases similar, CaseViews views) {
    this.merging = merging;
    this.rights = rights;
    this.similar = similar;
    this.views = views;
  }

  /** Open cases that may be about the same matter, the likeliest first. */
  @GetMapping("/api/cases/{number}/similar")
  @Needs(Scope.READ)
  List<SimilarCase> similar(
      @PathVariable String number, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    rights.requireMerging(client.caller());
    return rights
        .seen(client.caller(), number)
        .map(file -> similar.like(file).stream().map(SimilarCase::of).toList())
        .orElseThrow(() -> new NotFound(UNKNOWN));
  }

  /** Body {@code {into, officer, reason?}}: the case follows the one that {@code into} names. */
  @PostMapping("/api/cases/{number}/merge")
  @Needs(Scope.INTAKE)
  CaseView merge(
      @PathVariable String number,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    rights.requireMerging(client.caller());
    RequestFields fields = RequestFields.of(body);
    CaseFile into = into(fields, client);
    Order order = order(fields, client);
    fields.throwIfWrong();
    return merging
        .merge(number, into, order)
        .map(views::of)
        .orElseThrow(() -> new NotFound(UNKNOWN));
  }

  /** Body {@code {officer, reason?}}: the case is handled by itself again. */
  @PostMapping("/api/cases/{number}/part")
  @Needs(Scope.INTAKE)
  CaseView part(
      @PathVariable String number,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    RequestFields fields = RequestFields.of(body);
    Order order = order(fields, client);
    fields.throwIfWrong();
    return merging.part(number, order).map(views::of).orElseThrow(() -> new NotFound(UNKNOWN));
  }

  private CaseFile into(RequestFields fields, ApiClient client) {
    String number =
        fields.requiredText("into", 40) == null
            ? null
            : fields.checkedText(
                "into",
                40,
                text -> rights.seen(client.caller(), text).isPresent(),
                "must be the number of the case that leads");
    return number == null ? null : rights.seen(client.caller(), number).orElse(null);
  }

  private static Order order(RequestFields fields, ApiClient client) {
    Order order =
        new Order(client.caller(), Officers.read(fields), fields.text("reason", REASON_MAX));
    fields.refuseOthers();
    return order;
  }
}
