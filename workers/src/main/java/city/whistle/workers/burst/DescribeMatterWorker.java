package city.whistle.workers.burst;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.dispatch.UnitChoices;
import city.whistle.workers.dispatch.UnitChoices.Choice;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.unit.Units;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code matter.found}: ties the process to its matter and says of it what supervisors need, as it
 * stands now.
 */
@Component
public class DescribeMatterWorker {

  private final Jobs jobs;
  private final MatterStore matters;
  private final BurstRules rules;
  private final Units units;
  private final UnitChoices choices;
  private final Outbox outbox;
  private final CityTime time;

  DescribeMatterWorker(
      Jobs jobs,
      MatterStore matters,
      BurstRules rules,
      Units units,
      UnitChoices choices,
      Outbox outbox,
      CityTime time) {
    this.jobs = jobs;
    this.matters = matters;
    this.rules = rules;
    this.units = units;
    this.choices = choices;
    this.outbox = outbox;
    this.time = time;
  }

  @JobWorker(type = "matter.found", fetchVariables = "matter")
  public Map<String, Object> describeMatter(ActivatedJob job) {
    UUID id = jobs.read(job, Input.class).matter().id();
    return jobs.once(job, id, () -> describe(matters.get(id), job.getProcessInstanceKey()));
  }

  /** A start whose answer was lost is made again: the first instance has the matter. */
  private Output describe(Matter matter, long processInstanceKey) {
    if (!matters.bind(matter.id(), processInstanceKey)) {
      outbox.add(new CancelProcess(processInstanceKey));
    }
    return new Output(
        new MatterVariable(
            matter.id(),
            matter.number(),
            matter.categoryName(),
            matter.streetCode() == null ? "" : matter.streetCode(),
            matter.districtCode(),
            name(matter.districtCode()),
            matter.streetCode() == null ? "" : name(matter.streetCode()),
            matter.since(),
            matter.seen(),
            matter.expected(),
            matters.count(matter.id()),
            rules.now().watchFor(),
            time.now()),
        choices.in(matter.districtCode(), null));
  }

  private String name(String code) {
    return units.name(code);
  }

  record Input(Found matter) {}

  record Found(UUID id) {}

  record Output(MatterVariable matter, List<Choice> unitChoices) {}

  /**
   * Variable {@code matter}.
   *
   * @param streetCode empty where the district alone is named, as is {@code streetName}
   * @param cases how many belong to it by now
   */
  record MatterVariable(
      UUID id,
      String number,
      String categoryName,
      String streetCode,
      String districtCode,
      String districtName,
      String streetName,
      OffsetDateTime since,
      int seen,
      double expected,
      int cases,
      String watchFor,
      OffsetDateTime at) {}
}
