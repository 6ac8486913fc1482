package city.whistle.workers.dispatch;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.notification.Notification;
import city.whistle.workers.notification.NotificationKind;
import city.whistle.workers.notification.Notifications;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitRef;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code dispatch.recordObjection}: keeps what the dispatchers decided and tells the owner. The
 * last decision that the rules allow is final, said or not.
 */
@Component
public class RecordObjectionWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final Units units;
  private final OwnerFinder owners;
  private final Objections objections;
  private final Notifications notifications;
  private final Timeline timeline;

  RecordObjectionWorker(
      Jobs jobs,
      CaseFiles cases,
      Units units,
      OwnerFinder owners,
      Objections objections,
      Notifications notifications,
      Timeline timeline) {
    this.jobs = jobs;
    this.cases = cases;
    this.units = units;
    this.owners = owners;
    this.objections = objections;
    this.notifications = notifications;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "dispatch.recordObjection",
      fetchVariables = {
        "caseId",
        "objection",
        "upheld",
        "unitCode",
        "final",
        "level",
        "reviewNote"
      })
  public Map<String, Object> recordObjection(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.caseId(), () -> new Output(record(input)));
  }

  private ObjectionVariable record(Input input) {
    CaseFile file = cases.get(input.caseId());
    if (input.upheld() == null) {
      throw invalid("请选择异议是否成立");
    }
    boolean last = input.isFinal();
    UnitRef designated = input.upheld() ? newOwner(input, file) : file.owner();
    objections.decided(
        input.objection().id(), input.upheld(), designated.code(), last, input.reviewNote());
    notifications.add(
        Notification.toUnit(
            file.id(),
            file.owner().code(),
            input.upheld()
                ? NotificationKind.OBJECTION_UPHELD
                : NotificationKind.OBJECTION_DISMISSED,
            Map.of("unit", designated.name())));
    timeline.append(
        file.id(),
        "system",
        input.upheld() ? "ObjectionUpheld" : "ObjectionDismissed",
        last ? "final" : "",
        Map.of("unit", designated.code(), "unitName", designated.name()));
    return input
        .objection()
        .decided(
            input.upheld(),
            last,
            designated.code(),
            input.level(),
            message(input.upheld(), last, designated),
            input.reviewNote());
  }

  private UnitRef newOwner(Input input, CaseFile file) {
    Unit unit =
        units
            .find(input.unitCode())
            .orElseThrow(() -> invalid("没有代码为 " + input.unitCode() + " 的单位"));
    if (unit.code().equals(file.owner().code())) {
      throw invalid("改派单位不能是提出异议的单位：" + unit.name());
    }
    owners
        .forbidden(unit, file, input.level())
        .ifPresent(
            why -> {
              throw invalid(why);
            });
    return unit.ref();
  }

  private static String message(boolean upheld, boolean last, UnitRef designated) {
    String decision =
        upheld ? "异议成立，改派" + designated.name() : "异议不成立，由" + designated.name() + "继续办理";
    return last ? decision + "；此为最终指定，不得再提异议" : decision;
  }

  private static BpmnError invalid(String message) {
    return Refusal.of("REVIEW_INVALID", message);
  }

  record Input(
      UUID caseId,
      ObjectionVariable objection,
      Boolean upheld,
      String unitCode,
      @JsonProperty("final") Boolean saidFinal,
      String level,
      String reviewNote) {

    boolean isFinal() {
      return Boolean.TRUE.equals(saidFinal) || objection.last();
    }
  }

  record Output(ObjectionVariable objection) {}
}
