package city.whistle.workers.whistle;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.summons.SummonsVariable;
import city.whistle.workers.summons.Summonses;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.whistle.IssueWhistleWorker.Profile;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code whistle.addUnit}: summons one unit more while the whistle goes on. */
@Component
public class AddUnitWorker {

  private final Jobs jobs;
  private final Whistles whistles;
  private final SummonedUnits units;
  private final Summonses summonses;
  private final DueDates dueDates;
  private final Timeline timeline;
  private final CityTime time;

  AddUnitWorker(
      Jobs jobs,
      Whistles whistles,
      SummonedUnits units,
      Summonses summonses,
      DueDates dueDates,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.whistles = whistles;
    this.units = units;
    this.summonses = summonses;
    this.dueDates = dueDates;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "whistle.addUnit",
      fetchVariables = {"whistle", "profile", "unitCode"})
  public Map<String, Object> addUnit(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.whistle().id(), () -> new Output(add(input)));
  }

  private SummonsVariable add(Input input) {
    Unit unit =
        units
            .of(input.unitCode())
            .orElseThrow(() -> Refusal.of("UNKNOWN_UNIT", "没有代码为 " + input.unitCode() + " 的单位"));
    Summonable.refused(unit, input.whistle().streetCode(), input.whistle().crossDistrict())
        .ifPresent(
            why -> {
              throw Refusal.of("UNIT_NOT_SUMMONABLE", why.words);
            });
    OffsetDateTime now = time.now();
    SummonsVariable summons =
        summonses
            .insert(
                input.whistle().id(),
                unit,
                dueDates.after(now, input.profile().signWithin()),
                dueDates.after(now, input.profile().arriveWithin()))
            .orElseThrow(() -> Refusal.of("UNIT_ALREADY_SUMMONED", unit.name() + "已在本次吹哨之列"));
    whistles.addUnit(input.whistle().id(), unit.code());
    timeline.append(
        input.whistle().timelineSubject(),
        "street:" + input.whistle().streetCode(),
        "UnitAdded",
        "",
        Map.of("unit", unit.code(), "unitName", unit.name()));
    return summons;
  }

  record Input(WhistleVariable whistle, Profile profile, String unitCode) {}

  record Output(SummonsVariable summons) {}
}
