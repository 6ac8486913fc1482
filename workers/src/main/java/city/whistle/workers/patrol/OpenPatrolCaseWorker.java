package city.whistle.workers.patrol;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseVariable;
import city.whistle.workers.intake.CaseIntake;
import city.whistle.workers.intake.CaseRequestReader;
import city.whistle.workers.intake.RequestDigest;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.lane.CaseLanes;
import city.whistle.workers.lane.LanePolicies;
import city.whistle.workers.lane.LanePolicy.Disorder;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code patrol.openCase}: opens a case for what was found, by the ordinary intake, before anybody
 * complains (未诉先办). It is nobody's complaint, so the month's figures leave it out.
 */
@Component
public class OpenPatrolCaseWorker {

  /** Its channel, and the name under which it is opened. */
  private static final String PATROL = CaseVariable.PATROL;

  private final Jobs jobs;
  private final Patrols patrols;
  private final LanePolicies policies;
  private final CaseIntake intake;
  private final CaseRequestReader reader;
  private final RequestDigest digests;
  private final CaseLanes lanes;
  private final Units units;
  private final Timeline timeline;

  OpenPatrolCaseWorker(
      Jobs jobs,
      Patrols patrols,
      LanePolicies policies,
      CaseIntake intake,
      CaseRequestReader reader,
      RequestDigest digests,
      CaseLanes lanes,
      Units units,
      Timeline timeline) {
    this.jobs = jobs;
    this.patrols = patrols;
    this.policies = policies;
    this.intake = intake;
    this.reader = reader;
    this.digests = digests;
    this.lanes = lanes;
    this.units = units;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "patrol.openCase",
      fetchVariables = {"patrol"})
  public Map<String, Object> openPatrolCase(ActivatedJob job) {
    PatrolVariable variable = jobs.read(job, Input.class).patrol();
    return jobs.once(job, variable.id(), () -> new Output(open(variable)));
  }

  private Opened open(PatrolVariable variable) {
    Patrol patrol = patrols.get(variable.id());
    ObjectNode body = body(patrol, variable);
    CaseFile file = intake.open(PATROL, reader.read(body), digests.of(body)).file();
    lanes.note(file.id(), patrol.laneId());
    patrols.opened(patrol.id(), file.id());
    timeline.append(patrol.id(), "system", "PatrolCaseOpened", "", Map.of("number", file.number()));
    return new Opened(file.id(), file.number());
  }

  private ObjectNode body(Patrol patrol, PatrolVariable variable) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("externalId", patrol.number())
        .put("channel", PATROL)
        .put("kind", "help")
        .put("title", variable.laneName() + variable.disorderName())
        .put("content", patrol.what())
        .put("occurredAt", patrol.walkedAt().toString());
    policies
        .on(patrol.walkedAt().toLocalDate())
        .disorder(patrol.disorder())
        .map(Disorder::category)
        .ifPresent(code -> body.put("categoryCode", code));
    body.putObject("place")
        .put("districtCode", units.find(variable.streetCode()).orElseThrow().parentCode())
        .put("streetCode", variable.streetCode())
        .put("address", patrol.place());
    return body;
  }

  record Input(PatrolVariable patrol) {}

  /** Variable {@code patrolCase}. */
  record Opened(UUID id, String number) {}

  record Output(Opened patrolCase) {}
}
