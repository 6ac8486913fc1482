package city.whistle.workers.burst;

import city.whistle.workers.access.Caller;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.request.InvalidRequest;
import city.whistle.workers.resident.Redaction;
import city.whistle.workers.theme.ThemeHints;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.whistle.WhistleRequests;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code matter.record}: closes the matter with what the supervisor decided; a whistle is blown in
 * the name of the sub-district where it is, whose leads approve it as any other; a theme's category
 * is proposed for the next month.
 */
@Component
public class RecordMatterWorker {

  private static final Set<String> DECISIONS = Set.of("whistle", "theme", "nothing");
  private static final String CLIENT = "matter";

  private final Jobs jobs;
  private final MatterStore matters;
  private final WhistleRequests whistles;
  private final ThemeHints hints;
  private final JsonText json;
  private final Timeline timeline;

  RecordMatterWorker(
      Jobs jobs,
      MatterStore matters,
      WhistleRequests whistles,
      ThemeHints hints,
      JsonText json,
      Timeline timeline) {
    this.jobs = jobs;
    this.matters = matters;
    this.whistles = whistles;
    this.hints = hints;
    this.json = json;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "matter.record",
      fetchVariables = {"matter", "outcome", "matterNote", "whistleRequest"})
  public void recordMatter(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    UUID id = input.matter().id();
    jobs.once(job, id, () -> record(matters.get(id), input));
  }

  private void record(Matter matter, Input input) {
    String decision = DECISIONS.contains(input.outcome()) ? input.outcome() : "nothing";
    String whistle = decision.equals("whistle") ? blow(matter, input.whistleRequest()) : null;
    String note = input.matterNote() == null ? "" : Redaction.of(input.matterNote());
    matters.close(matter.id(), decision, note, whistle);
    if (decision.equals("theme")) {
      hints.add(matter.number(), matter.categoryCode(), matter.categoryName());
    }
    timeline.append(
        matter.id(),
        "system",
        "MatterClosed",
        decision,
        whistle == null ? Map.of() : Map.of("whistle", whistle));
  }

  private String blow(Matter matter, Map<String, Object> asked) {
    if (matter.streetCode() == null) {
      throw Refusal.of("WHISTLE_INVALID", "只有街道、乡镇可以吹哨，本事项没有所属街乡镇");
    }
    Map<String, Object> body = new HashMap<>(asked == null ? Map.of() : asked);
    body.put("externalId", matter.number());
    body.put("streetCode", matter.streetCode());
    try {
      JsonNode request = json.read(json.write(body), JsonNode.class);
      return whistles.blow(new Caller(CLIENT, null, true), request).number();
    } catch (InvalidRequest e) {
      throw Refusal.of("WHISTLE_INVALID", e.getMessage());
    }
  }

  record Input(
      DescribeMatterWorker.Found matter,
      String outcome,
      String matterNote,
      Map<String, Object> whistleRequest) {}
}
