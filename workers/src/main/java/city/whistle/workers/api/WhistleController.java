package city.whistle.workers.api;

import city.whistle.workers.request.RequestFields;
import city.whistle.workers.summons.SummonsState;
import city.whistle.workers.whistle.JointActionRecord;
import city.whistle.workers.whistle.WhistleRequests;
import city.whistle.workers.whistle.WhistleRequests.BlownWhistle;
import city.whistle.workers.whistle.WhistleState;
import city.whistle.workers.whistle.WhistleVariable;
import city.whistle.workers.whistle.WhistleViews;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Blows a whistle without a case, shows whistles, and adds units to them. */
@RestController
class WhistleController {

  private static final String UNKNOWN = "there is no whistle with this number";

  private final WhistleRequests whistles;
  private final WhistleViews views;

  WhistleController(WhistleRequests whistles, WhistleViews views) {
    this.whistles = whistles;
    this.views = views;
  }

  @PostMapping("/api/whistles")
  @Needs(Scope.WHISTLE)
  ResponseEntity<Map<String, String>> blow(
      @RequestBody JsonNode body, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    BlownWhistle blown = whistles.blow(client.caller(), body);
    return ResponseEntity.status(blown.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(Map.of("number", blown.number()));
  }

  @GetMapping("/api/whistles/{number}")
  @Needs(Scope.READ)
  WhistleView show(
      @PathVariable String number, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    return views
        .find(client.caller(), number)
        .map(shown -> WhistleView.of(shown, views.jointAction(shown.state().about().id())))
        .orElseThrow(() -> new NotFound(UNKNOWN));
  }

  /** Body {@code {unitCode}}. */
  @PostMapping("/api/whistles/{number}/units")
  @Needs(Scope.WHISTLE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  void addUnit(
      @PathVariable String number,
      @RequestBody JsonNode body,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    RequestFields fields = RequestFields.of(body);
    String unit = fields.requiredText("unitCode", 40);
    fields.refuseOthers();
    fields.throwIfWrong();
    if (!views.addUnit(client.caller(), number, unit)) {
      throw new NotFound(UNKNOWN);
    }
  }

  /**
   * A whistle as the API shows it; what doesn't apply is left out.
   *
   * @param state {@code goesOn}, {@code ended}, {@code refused}, or {@code caseEnded} where its
   *     case ended before anybody decided on it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record WhistleView(
      String number,
      String kind,
      String streetCode,
      UUID caseId,
      boolean crossDistrict,
      String reason,
      String place,
      String state,
      OffsetDateTime blownAt,
      OffsetDateTime endedAt,
      List<String> asked,
      List<SummonsState> units,
      JointActionRecord jointAction) {

    static WhistleView of(WhistleViews.Shown shown, Optional<JointActionRecord> action) {
      WhistleState state = shown.state();
      WhistleVariable about = state.about();
      return new WhistleView(
          about.number(),
          about.kind(),
          about.streetCode(),
          about.caseId(),
          about.crossDistrict(),
          about.reason(),
          about.place(),
          state.word(),
          state.blownAt(),
          state.endedAt(),
          about.units(),
          shown.summonses(),
          action.orElse(null));
    }
  }
}
