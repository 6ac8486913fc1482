package city.whistle.workers.whistle;

import city.whistle.workers.job.JobRefused;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.unit.Units;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * {@code whistle.refuseUnit}: one unit more was asked for, and the units were released before the
 * whistle heard of it; who asked is told.
 */
@Component
public class RefuseUnitWorker {

  private final Jobs jobs;
  private final Units units;
  private final ApplicationEventPublisher events;

  RefuseUnitWorker(Jobs jobs, Units units, ApplicationEventPublisher events) {
    this.jobs = jobs;
    this.units = units;
    this.events = events;
  }

  @JobWorker(
      type = "whistle.refuseUnit",
      fetchVariables = {"whistle", "unitCode"})
  public void refuseUnit(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    jobs.once(
        job,
        input.whistle().id(),
        () ->
            events.publishEvent(
                new JobRefused(
                    input.whistle().id(),
                    job.getElementId(),
                    "UNITS_RELEASED",
                    "本次吹哨已解除，" + name(input.unitCode()) + "未再增加")));
  }

  private String name(String code) {
    return units.name(code);
  }

  record Input(WhistleVariable whistle, String unitCode) {}
}
