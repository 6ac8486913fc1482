package city.whistle.workers.dispatch;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.calendar.TimeLimit;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.dispatch.UnitChoices.Choice;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitRef;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * {@code case.dispatch}: gives the case its owner and its limits. The first owner's time to contact
 * and settle runs from the case's receipt, since the resident waits from then on; the time to sign
 * runs from the dispatch.
 */
@Component
public class DispatchCaseWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final OwnerFinder owners;
  private final UnitChoices choices;
  private final DueDates dueDates;
  private final Notifications notifications;
  private final Timeline timeline;
  private final CityTime time;
  private final JdbcClient jdbc;

  DispatchCaseWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseProgress progress,
      OwnerFinder owners,
      UnitChoices choices,
      DueDates dueDates,
      Notifications notifications,
      Timeline timeline,
      CityTime time,
      JdbcClient jdbc) {
    this.jobs = jobs;
    this.cases = cases;
    this.progress = progress;
    this.owners = owners;
    this.choices = choices;
    this.dueDates = dueDates;
    this.notifications = notifications;
    this.timeline = timeline;
    this.time = time;
    this.jdbc = jdbc;
  }

  @JobWorker(
      type = "case.dispatch",
      fetchVariables = {"caseId", "dispatch", "timeLimit", "round"})
  public Map<String, Object> dispatchCase(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> dispatch(input, job));
  }

  private Output dispatch(Input input, ActivatedJob job) {
    CaseFile file = cases.get(input.caseId());
    Unit owner = owners.find(input.dispatch(), file);
    District district = owners.district(file).map(District::of).orElse(null);
    Limits limits = limits(input.timeLimit(), file);
    int round = input.round() == null ? 1 : input.round();
    progress.dispatched(file.id(), owner.ref(), round, limits);
    writeRow(job, file, new Row(owner, district, round, level(input, file)));
    tell(file, owner, district, Boolean.TRUE.equals(input.dispatch().copyToDistrict()));
    timeline.append(
        file.id(),
        "system",
        "CaseDispatched",
        "",
        Map.of(
            "owner", owner.code(),
            "ownerName", owner.name(),
            "level", level(input, file),
            "settleBy", limits.settleBy().toString()));
    return new Output(owner.ref(), limits, round, district, choices.in(file.districtCode()));
  }

  private Limits limits(TimeLimit timeLimit, CaseFile file) {
    OffsetDateTime now = time.now();
    boolean first = file.status() != CaseStatus.DISPATCHED;
    Limits fromNow = timeLimit.startingAt(now, dueDates);
    Limits limits = first ? timeLimit.startingAt(file.receivedAt(), dueDates) : fromNow;
    return new Limits(fromNow.signBy(), limits.contactBy(), limits.warnAt(), limits.settleBy());
  }

  private static String level(Input input, CaseFile file) {
    return input.dispatch().level() == null ? file.level() : input.dispatch().level();
  }

  private void writeRow(ActivatedJob job, CaseFile file, Row row) {
    jdbc.sql(
            """
            insert into registry.case_dispatch
              (element_instance_key, case_id, unit_code, unit_kind, district_code, round, level, dispatched_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            job.getElementInstanceKey(),
            file.id(),
            row.owner().code(),
            row.owner().kind().wireName(),
            row.district() == null ? null : row.district().code(),
            row.round(),
            row.level(),
            time.now())
        .update();
  }

  private void tell(CaseFile file, Unit owner, District district, boolean copy) {
    Map<String, String> parameters = Map.of("number", file.number());
    notifications.add(Notification.toUnit(file.id(), owner.code(), "caseDispatched", parameters));
    if (copy && district != null) {
      notifications.add(Notification.toUnit(file.id(), district.code(), "caseCopied", parameters));
    }
  }

  private record Row(Unit owner, District district, int round, String level) {}

  record Input(UUID caseId, Dispatch dispatch, TimeLimit timeLimit, Integer round) {}

  record Output(
      UnitRef owner, Limits limits, int round, District district, List<Choice> unitChoices) {}

  /** Variable {@code district}. */
  record District(String code, String name) {

    static District of(Unit unit) {
      return new District(unit.code(), unit.name());
    }
  }
}
