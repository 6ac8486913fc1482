package city.whistle.workers.dispatch;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.LimitClock;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.calendar.TimeLimit;
import city.whistle.workers.callback.Callbacks;
import city.whistle.workers.casefile.CaseExtensions;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.CaseVariable;
import city.whistle.workers.casefile.PlaceNames;
import city.whistle.workers.dispatch.UnitChoices.Choice;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.suspension.CaseClocks;
import city.whistle.workers.suspension.SuspensionEnd;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.UnitRef;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** {@code case.dispatch}: gives the case its owner and its limits. */
@Component
public class DispatchCaseWorker {

  private static final Duration USUAL_DISPATCH = Duration.ofMinutes(10);

  private final Jobs jobs;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final OwnerFinder owners;
  private final UnitChoices choices;
  private final LimitClock limits;
  private final Dispatches dispatches;
  private final Callbacks callbacks;
  private final Notifications notifications;
  private final CaseExtensions extensions;
  private final CaseClocks clocks;
  private final Timeline timeline;
  private final PlaceNames places;
  private final CityTime time;

  DispatchCaseWorker(
      Jobs jobs,
      CaseFiles cases,
      CaseProgress progress,
      OwnerFinder owners,
      UnitChoices choices,
      LimitClock limits,
      Dispatches dispatches,
      Callbacks callbacks,
      Notifications notifications,
      CaseExtensions extensions,
      CaseClocks clocks,
      Timeline timeline,
      PlaceNames places,
      CityTime time) {
    this.jobs = jobs;
    this.cases = cases;
    this.progress = progress;
    this.owners = owners;
    this.choices = choices;
    this.limits = limits;
    this.dispatches = dispatches;
    this.callbacks = callbacks;
    this.notifications = notifications;
    this.extensions = extensions;
    this.clocks = clocks;
    this.timeline = timeline;
    this.places = places;
    this.time = time;
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
    District district = owners.districtOf(owner, file).map(District::of).orElse(null);
    if (isRestarted(file)) {
      progress.bind(file.id(), job.getProcessInstanceKey());
      if (owner.code().equals(file.owner().code())) {
        return takenUp(file, district);
      }
    }
    Limits started = limits.fromNow(input.timeLimit());
    int round = input.round() == null ? 1 : input.round();
    String level = level(input, file);
    clocks.resume(file.id(), SuspensionEnd.REDISPATCHED);
    progress.dispatched(file.id(), owner.ref(), round, level, started);
    dispatches.insert(
        file.id(),
        job.getElementInstanceKey(),
        owner,
        district == null ? null : district.code(),
        round,
        level);
    // A callback about what the unit before did is over.
    callbacks.closeLinks(file.id());
    tell(file, owner, started, district, copied(input.dispatch(), owner));
    tellResident(file, owner, input.timeLimit(), started);
    timeline.append(
        file.id(),
        "system",
        "CaseDispatched",
        again(file) ? "again" : "",
        facts(owner, level, input.timeLimit(), started));
    return new Output(
        places.named(file.about().withLevel(level)),
        owner.ref(),
        started,
        round,
        district,
        choices(file),
        extensions.used(file.id()));
  }

  /** It has an owner and no process: one was started anew for it. */
  private static boolean isRestarted(CaseFile file) {
    return file.owner() != null && file.processInstanceKey() == null;
  }

  /** Owner, round and limits stay as they were; nobody is told again. */
  private Output takenUp(CaseFile file, District district) {
    timeline.append(file.id(), "system", "CaseTakenUp", "");
    return new Output(
        places.named(file.about()),
        file.owner(),
        file.limits(),
        file.round(),
        district,
        choices(file),
        extensions.used(file.id()));
  }

  private List<Choice> choices(CaseFile file) {
    return choices.in(file.about().districtCode(), file.accusedUnit());
  }

  /** The resident hears of another owner, and of an answer that comes later than promised. */
  private void tellResident(CaseFile file, Unit owner, TimeLimit timeLimit, Limits started) {
    String settleBy = started.settleBy().toString();
    OffsetDateTime promised =
        again(file) && file.promise() != null
            ? file.promise().answerBy()
            : limits.promised(timeLimit, file.receivedAt());
    boolean later = isLater(started.settleBy(), promised);
    if (!again(file)) {
      progress.promise(file.id(), later ? started.settleBy() : promised);
    } else if (later) {
      progress.promiseMoved(file.id(), started.settleBy(), time.now());
    }
    if (again(file)) {
      notifications.add(
          Notification.toResident(
              file.id(),
              "sms",
              NotificationKind.OWNER_CHANGED,
              Map.of("unit", owner.name(), "settleBy", later ? settleBy : promised.toString())));
    } else if (later) {
      notifications.add(
          Notification.toResident(
              file.id(), "sms", NotificationKind.PROMISE_MOVED, Map.of("settleBy", settleBy)));
    }
  }

  /** By more than the minutes that every dispatch takes. */
  private static boolean isLater(OffsetDateTime settleBy, OffsetDateTime promised) {
    return settleBy.isAfter(promised.plus(USUAL_DISPATCH));
  }

  private static boolean again(CaseFile file) {
    return file.owner() != null;
  }

  private static boolean copied(Dispatch dispatch, Unit owner) {
    return dispatch.copyToDistrict() == null
        ? owner.kind() == UnitKind.STREET
        : dispatch.copyToDistrict();
  }

  private Map<String, Object> facts(Unit owner, String level, TimeLimit timeLimit, Limits started) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("owner", owner.code());
    facts.put("ownerName", owner.name());
    facts.put("level", level);
    facts.putAll(limits.factsOfStart(timeLimit, started));
    return facts;
  }

  private static String level(Input input, CaseFile file) {
    return input.dispatch().level() == null ? file.about().level() : input.dispatch().level();
  }

  private void tell(CaseFile file, Unit owner, Limits limits, District district, boolean copy) {
    notifications.add(
        Notification.toUnit(
            file.id(),
            owner.code(),
            NotificationKind.CASE_DISPATCHED,
            Map.of(
                "signBy", limits.signBy().toString(), "settleBy", limits.settleBy().toString())));
    if (copy && district != null && !district.code().equals(file.accusedUnit())) {
      notifications.add(
          Notification.toUnit(
              file.id(),
              district.code(),
              NotificationKind.CASE_COPIED,
              Map.of("unit", owner.name())));
    }
  }

  record Input(UUID caseId, Dispatch dispatch, TimeLimit timeLimit, Integer round) {}

  /**
   * @param about variable {@code case}, with the level at which it is dispatched
   * @param extensions how often the case was extended before
   */
  record Output(
      @JsonProperty("case") CaseVariable about,
      UnitRef owner,
      Limits limits,
      int round,
      District district,
      List<Choice> unitChoices,
      int extensions) {}

  /** Variable {@code district}. */
  record District(String code, String name) {

    static District of(Unit unit) {
      return new District(unit.code(), unit.name());
    }
  }
}
