package city.whistle.console.whistles;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.whistle.CentreCall;
import city.whistle.workers.whistle.SummonedUnits;
import city.whistle.workers.whistle.SummonedUnits.Called;
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
  private final CityTime time;

  Outlooks(CamundaClient client, ObjectMapper json, SummonedUnits summoned, CityTime time) {
    this.time = time;
    this.client = client;
    this.json = json;
    this.summoned = summoned;
  }

  /** A whistle isn't held up for want of an outlook: without the engine there is none. */
  Outlook of(String kind, boolean crossDistrict, List<String> asked, String streetCode) {
    try {
      Profile profile = profile(kind, crossDistrict);
      CentreCall centre = CentreCall.of(profile.centre(), profile.centreByDefault());
      Called called = summoned.called(asked, streetCode, centre, null, time.now());
      return new Outlook(
          profile.approval(),
          Duration.parse(profile.signWithin()),
          Duration.parse(profile.arriveWithin()),
          profile.escalateTo(),
          centre != CentreCall.NOT_CALLED,
          called.noOwnList(),
          names(called),
          called.centre().orElse(List.of()).stream()
              .filter(p -> p.unit() == null)
              .map(p -> new Outlook.Besides(p.gap() == null ? p.role() : p.gap(), p.name()))
              .toList());
    } catch (ClientException | JsonProcessingException e) {
      LOG.warn("whom a whistle calls can't be foretold: {}", e.toString());
      return Outlook.away(
          names(summoned.called(asked, streetCode, CentreCall.NOT_CALLED, null, time.now())));
    }
  }

  private static List<String> names(Called called) {
    return called.units().stream().map(Unit::name).toList();
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
      String approval,
      String signWithin,
      String arriveWithin,
      Boolean centre,
      Boolean centreByDefault,
      String escalateTo) {}
}
