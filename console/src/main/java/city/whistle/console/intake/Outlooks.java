package city.whistle.console.intake;

import city.whistle.workers.calendar.LimitClock;
import city.whistle.workers.calendar.TimeLimit;
import city.whistle.workers.dispatch.OwnerFinder;
import city.whistle.workers.intake.CaseOutlook;
import city.whistle.workers.intake.CaseRequest;
import city.whistle.workers.unit.Unit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Foretells what becomes of a case, by the very decisions that its process will ask. */
@Component
class Outlooks {

  private static final Logger LOG = LoggerFactory.getLogger(Outlooks.class);
  private static final String DISPATCH = "dispatch";
  private static final String SIGNALS = "signals";

  /** The line where nobody named one: it knows the others. */
  private static final String USUAL_LINE = "110";

  private final CaseOutlook outlook;
  private final OwnerFinder owners;
  private final LimitClock limits;
  private final CamundaClient client;
  private final ObjectMapper json;

  Outlooks(
      CaseOutlook outlook,
      OwnerFinder owners,
      LimitClock limits,
      CamundaClient client,
      ObjectMapper json) {
    this.outlook = outlook;
    this.owners = owners;
    this.limits = limits;
    this.client = client;
    this.json = json;
  }

  /** A call isn't lost for want of an outlook: without the engine there is none. */
  Outlook of(CaseRequest request) {
    try {
      Map<String, Object> variables = new HashMap<>(outlook.of(request));
      String route = decide("intake-classification", variables).asText("");
      return route.equals(DISPATCH)
          ? dispatched(request, variables)
          : new Outlook(route, null, null, true, line(route, variables));
    } catch (ClientException | JsonProcessingException e) {
      LOG.warn("where a case goes can't be foretold: {}", e.toString());
      return Outlook.AWAY;
    }
  }

  private Outlook dispatched(CaseRequest request, Map<String, Object> variables)
      throws JsonProcessingException {
    JsonNode dispatch = decide("dispatch-catalogue", variables);
    variables.put(DISPATCH, dispatch);
    TimeLimit limit = json.treeToValue(decide("time-limit", variables), TimeLimit.class);
    CaseRequest.Place place = request.place();
    Optional<Unit> owner =
        owners.foresee(
            text(dispatch, "unitKind"),
            text(dispatch, "unitCode"),
            new OwnerFinder.Matter(
                request.categoryCode(),
                text(dispatch, "level"),
                place.districtCode(),
                place.streetCode(),
                request.accusedUnit()));
    return new Outlook(
        DISPATCH,
        owner.map(Unit::name).orElse(null),
        limits.fromNow(limit).settleBy(),
        owner.isPresent() && dispatch.path("clear").asBoolean(),
        null);
  }

  private String line(String route, Map<String, Object> variables) {
    String line = text(json.valueToTree(variables.get(SIGNALS)), "emergencyLine");
    return route.equals("emergency") ? Optional.ofNullable(line).orElse(USUAL_LINE) : null;
  }

  private JsonNode decide(String decision, Map<String, Object> variables)
      throws JsonProcessingException {
    return json.readTree(
        client
            .newEvaluateDecisionCommand()
            .decisionId(decision)
            .variables(json.writeValueAsString(variables))
            .send()
            .join()
            .getDecisionOutput());
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).isTextual() ? object.path(field).textValue() : null;
  }
}
