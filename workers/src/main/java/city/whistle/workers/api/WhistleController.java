package city.whistle.workers.api;

import city.whistle.workers.whistle.WhistleRequests;
import city.whistle.workers.whistle.WhistleRequests.BlownWhistle;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Blows a whistle without a case. */
@RestController
class WhistleController {

  private final WhistleRequests whistles;

  WhistleController(WhistleRequests whistles) {
    this.whistles = whistles;
  }

  @PostMapping("/api/whistles")
  @Needs(Scope.WHISTLE)
  ResponseEntity<Map<String, String>> blow(
      @RequestBody JsonNode body, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    BlownWhistle blown = whistles.blow(client.id(), body);
    return ResponseEntity.status(blown.created() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(Map.of("number", blown.number()));
  }
}
