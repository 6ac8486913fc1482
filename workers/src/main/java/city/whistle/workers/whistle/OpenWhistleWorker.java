package city.whistle.workers.whistle;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.UnitRef;
import city.whistle.workers.unit.Units;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code whistle.open}: registers the whistle that a case's owner asks for, or takes up the one
 * that the API registered.
 */
@Component
public class OpenWhistleWorker {

  private final Jobs jobs;
  private final Whistles whistles;
  private final CaseFiles cases;
  private final Units units;
  private final Timeline timeline;
  private final Outbox outbox;

  OpenWhistleWorker(
      Jobs jobs,
      Whistles whistles,
      CaseFiles cases,
      Units units,
      Timeline timeline,
      Outbox outbox) {
    this.jobs = jobs;
    this.whistles = whistles;
    this.cases = cases;
    this.units = units;
    this.timeline = timeline;
    this.outbox = outbox;
  }

  @JobWorker(
      type = "whistle.open",
      fetchVariables = {"caseId", "owner", "whistleRequest", "whistle"})
  public Map<String, Object> openWhistle(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    Object subject = input.whistle() == null ? input.caseId() : input.whistle().id();
    if (subject == null) {
      throw invalid("a whistle needs a case, or comes registered");
    }
    if (input.whistle() != null
        && !whistles.bind(input.whistle().id(), job.getProcessInstanceKey())) {
      outbox.add(new CancelProcess(job.getProcessInstanceKey()));
      throw invalid("another instance handles this whistle, or there is none");
    }
    return jobs.once(job, subject, () -> new Output(open(input)));
  }

  private WhistleVariable open(Input input) {
    WhistleVariable whistle =
        input.whistle() == null
            ? whistles.insert(draft(input))
            : whistles.find(input.whistle().id()).orElseThrow();
    timeline.append(
        whistle.timelineSubject(),
        "street:" + whistle.streetCode(),
        "WhistleBlown",
        whistle.reason(),
        Map.of("whistle", whistle.number(), "kind", whistle.kind(), "units", whistle.units()));
    return whistle;
  }

  private WhistleDraft draft(Input input) {
    Asked asked = input.whistleRequest();
    if (asked == null || asked.kind() == null || !WhistleKinds.ALL.contains(asked.kind())) {
      throw invalid("a whistle's kind is one of " + WhistleKinds.ALL);
    }
    return new WhistleDraft(
        asked.kind(),
        street(input),
        input.caseId(),
        text(asked.reason()),
        text(asked.place()),
        known(asked.units()),
        Boolean.TRUE.equals(asked.crossDistrict()));
  }

  private String street(Input input) {
    if (input.owner() != null && input.owner().kind().equals("street")) {
      return input.owner().code();
    }
    CaseFile file = cases.get(input.caseId());
    if (file.about().streetCode() == null) {
      throw invalid("只有街道、乡镇可以吹哨，本单没有所属街乡镇");
    }
    return file.about().streetCode();
  }

  private List<String> known(List<String> codes) {
    if (codes == null || codes.isEmpty() || codes.size() > WhistleKinds.UNITS_MAX) {
      throw invalid("请选择 1 至 " + WhistleKinds.UNITS_MAX + " 个报到单位");
    }
    List<String> once = List.copyOf(new LinkedHashSet<>(codes));
    once.stream()
        .filter(code -> units.find(code).isEmpty())
        .findFirst()
        .ifPresent(
            code -> {
              throw Refusal.of("UNKNOWN_UNIT", "没有代码为 " + code + " 的单位");
            });
    return once;
  }

  private static BpmnError invalid(String message) {
    return Refusal.of("WHISTLE_INVALID", message);
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  record Input(UUID caseId, UnitRef owner, Asked whistleRequest, Registered whistle) {}

  /** Variable {@code whistleRequest}. */
  record Asked(
      String kind, String reason, String place, List<String> units, Boolean crossDistrict) {}

  record Registered(UUID id) {}

  record Output(WhistleVariable whistle) {}
}
