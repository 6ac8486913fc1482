package city.whistle.console.whistles;

import city.whistle.workers.unit.Unit;
import city.whistle.workers.whistle.SummonedUnits;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Foretells whom a whistle calls and by when they come, by the decision that its process asks. */
@Component
class Outlooks {

  private static final Logger LOG = LoggerFactory.getLogger(Outlooks.class);

  private final CamundaClient client;
  private final ObjectMapper json;
  private final SummonedUnits summoned;

  Outlooks(CamundaClient client, ObjectMapper json, SummonedUnits summoned) {
    this.client = client;
    this.json = json;
    this.summoned = summoned;
  }

  /** A whistle isn't held up for want of an outlook: without the engine there is none. */
  Outlook of(String kind, boolean crossDistrict, List<String> asked) {
    try {
      Profile profile = profile(kind, crossDistrict);
      return new Outlook(
          profile.approval(),
          Duration.parse(profile.signWithin()),
          Duration.parse(profile.arriveWithin()),
          profile.escalateTo(),
          Boolean.TRUE.equals(profile.centre()),
          names(asked, Boolean.TRUE.equals(profile.centre())));
    } catch (ClientException | JsonProcessingException e) {
      LOG.warn("whom a whistle calls can't be foretold: {}", e.toString());
      return Outlook.away(names(asked, false));
    }
  }

  private List<String> names(List<String> asked, boolean centre) {
    return summoned.of(asked, centre).stream().map(Unit::name).toList();
  }

  private Profile profile(String kind, boolean crossDistrict) throws JsonProcessingException {
    Map<String, Object> whistle = Map.of("kind", kind, "crossDistrict", crossDistrict);
    return json.readValue(
        client
            .newEvaluateDecisionCommand()
            .decisionId("whistle-profile")
            .variables(json.writeValueAsString(Map.of("whistle", whistle)))
            .send()
            .join()
            .getDecisionOutput(),
        Profile.class);
  }

  /** The decision's result, as far as it matters here. */
  record Profile(
      String approval, String signWithin, String arriveWithin, Boolean centre, String escalateTo) {}
}
