package city.whistle.workers.dispatch;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code dispatch.checkObjection}: whether the owner may object. Not after a final designation, not
 * too late, not too often; a refusal is an outcome with a message for the owner.
 */
@Component
public class CheckObjectionWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final Dispatches dispatches;
  private final Objections objections;
  private final DueDates dueDates;
  private final CityTime time;
  private final Notifications notifications;
  private final Timeline timeline;

  CheckObjectionWorker(
      Jobs jobs,
      CaseFiles cases,
      Dispatches dispatches,
      Objections objections,
      DueDates dueDates,
      CityTime time,
      Notifications notifications,
      Timeline timeline) {
    this.jobs = jobs;
    this.cases = cases;
    this.dispatches = dispatches;
    this.objections = objections;
    this.dueDates = dueDates;
    this.time = time;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "dispatch.checkObjection",
      fetchVariables = {"caseId", "round", "objectionRule", "objectionRequest"})
  public Map<String, Object> checkObjection(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> new Output(check(input)));
  }

  private ObjectionVariable check(Input input) {
    CaseFile file = cases.get(input.caseId());
    Optional<ObjectionVariable> refused = refusal(input.objectionRule(), file);
    refused.ifPresent(
        objection ->
            timeline.append(
                file.id(),
                "system",
                "ObjectionRefused",
                objection.reason(),
                Map.of("unit", file.owner().code(), "unitName", file.owner().name())));
    return refused.orElseGet(() -> raise(input, file));
  }

  private Optional<ObjectionVariable> refusal(ObjectionRule rule, CaseFile file) {
    if (rule == null) {
      return refused("noRule", "该时限等级的工单不能提出派单异议");
    }
    if (objections.decidedFinally(file.id())) {
      return refused("final", "本单已最终指定由" + file.owner().name() + "办理，不得再提出派单异议");
    }
    if (objections.count(file.id()) >= rule.mostObjections()) {
      return refused("tooMany", "本单已提出 " + rule.mostObjections() + " 次派单异议，不得再提");
    }
    OffsetDateTime deadline =
        dueDates.after(dispatches.lastTime(file.id()), rule.objectWithin(), rule.days());
    return time.now().isAfter(deadline)
        ? refused("late", "派单异议应在 " + CityTime.toTheMinute(deadline) + " 前提出，现已逾期，请继续办理")
        : Optional.empty();
  }

  private static Optional<ObjectionVariable> refused(String reason, String message) {
    return Optional.of(ObjectionVariable.refused(reason, message));
  }

  private ObjectionVariable raise(Input input, CaseFile file) {
    ObjectionRule rule = input.objectionRule();
    OffsetDateTime reviewBy = dueDates.after(time.now(), rule.reviewWithin(), rule.days());
    boolean last = objections.count(file.id()) + 1 >= rule.mostObjections();
    UUID id =
        objections.raised(file.id(), file.round(), file.owner().code(), input.reason(), reviewBy);
    notifications.add(
        Notification.toHotline(
            file.id(),
            NotificationKind.OBJECTION_RAISED,
            Map.of("unit", file.owner().name(), "reviewBy", reviewBy.toString())));
    timeline.append(
        file.id(),
        "system",
        "ObjectionRaised",
        "",
        Map.of(
            "unit",
            file.owner().code(),
            "unitName",
            file.owner().name(),
            "reviewBy",
            reviewBy.toString()));
    return ObjectionVariable.open(id, reviewBy, last);
  }

  record Input(UUID caseId, ObjectionRule objectionRule, Request objectionRequest) {

    String reason() {
      return objectionRequest == null || objectionRequest.reason() == null
          ? ""
          : objectionRequest.reason();
    }
  }

  record Request(String reason) {}

  record Output(ObjectionVariable objection) {}
}
