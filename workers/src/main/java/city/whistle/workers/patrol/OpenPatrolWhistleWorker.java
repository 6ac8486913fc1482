package city.whistle.workers.patrol;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.UnitRef;
import city.whistle.workers.whistle.WhistleOpening;
import city.whistle.workers.whistle.WhistleVariable;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code patrol.whistle}: registers the whistle that a chief blows for what was found. */
@Component
public class OpenPatrolWhistleWorker {

  private final Jobs jobs;
  private final Patrols patrols;
  private final WhistleOpening whistles;
  private final Timeline timeline;

  OpenPatrolWhistleWorker(Jobs jobs, Patrols patrols, WhistleOpening whistles, Timeline timeline) {
    this.jobs = jobs;
    this.patrols = patrols;
    this.whistles = whistles;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "patrol.whistle",
      fetchVariables = {"patrol", "whistleRequest"})
  public Map<String, Object> openPatrolWhistle(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.patrol().id(), () -> new Output(open(input)));
  }

  private WhistleVariable open(Input input) {
    PatrolVariable patrol = input.patrol();
    WhistleVariable whistle =
        whistles.open(
            new UnitRef(patrol.streetCode(), patrol.streetName(), UnitKind.STREET.wireName()),
            input.whistleRequest());
    patrols.blown(patrol.id(), whistle.id());
    timeline.append(
        patrol.id(), "system", "PatrolWhistled", "", Map.of("whistle", whistle.number()));
    return whistle;
  }

  record Input(PatrolVariable patrol, WhistleOpening.Asked whistleRequest) {}

  record Output(WhistleVariable patrolWhistle) {}
}
