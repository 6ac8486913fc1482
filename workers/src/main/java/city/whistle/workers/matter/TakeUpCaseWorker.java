package city.whistle.workers.matter;

import city.whistle.workers.calendar.Limits;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.matter.MatterEndings.Before;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.unit.UnitRef;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.takeUp}: says where a case goes on that followed another. Its matter was handled: its
 * resident is called back, as the leading case's was. Else it is handled by itself: by the unit
 * that had the matter where it takes over the lead, by its own where it had one, or from the
 * beginning.
 */
@Component
public class TakeUpCaseWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final MatterEndings matters;
  private final Timeline timeline;

  TakeUpCaseWorker(Jobs jobs, CaseFiles cases, MatterEndings matters, Timeline timeline) {
    this.jobs = jobs;
    this.cases = cases;
    this.matters = matters;
    this.timeline = timeline;
  }

  @JobWorker(type = "case.takeUp", fetchVariables = "caseId")
  public Map<String, Object> takeUpCase(ActivatedJob job) {
    UUID caseId = jobs.read(job, Input.class).caseId();
    return jobs.once(job, caseId, () -> takeUp(cases.get(caseId)));
  }

  private Output takeUp(CaseFile file) {
    Output output =
        matters.before(file.id()).map(before -> after(file, before)).orElseGet(() -> own(file));
    timeline.append(file.id(), "system", "CaseTakenUp", output.resume());
    return output;
  }

  private Output after(CaseFile file, Before before) {
    return switch (before.how()) {
      case "over" -> callback(file, before.leader());
      case "leads" ->
          before.leader().owner() == null ? own(file) : dispatch(file, before.leader().owner());
      default -> own(file);
    };
  }

  private Output callback(CaseFile file, CaseFile leader) {
    return new Output(
        "callback",
        To.of(file, file.owner()),
        file.owner(),
        file.limits(),
        file.round(),
        timeline
            .lastAt(leader.id(), "FeedbackRecorded")
            .map(at -> new Feedback(file.round(), at))
            .orElse(null));
  }

  private static Output own(CaseFile file) {
    return file.owner() == null
        ? new Output("classify", null, null, null, null, null)
        : dispatch(file, file.owner());
  }

  private static Output dispatch(CaseFile file, UnitRef unit) {
    return new Output("dispatch", To.of(file, unit), null, null, null, null);
  }

  record Input(UUID caseId) {}

  /**
   * @param resume {@code callback}, {@code dispatch} or {@code classify}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Output(
      String resume, To dispatch, UnitRef owner, Limits limits, Integer round, Feedback feedback) {}

  /** Variable {@code dispatch}, decided already. */
  record To(String unitKind, String unitCode, String level, boolean clear, boolean copyToDistrict) {

    static To of(CaseFile file, UnitRef unit) {
      return new To(unit.kind(), unit.code(), file.about().level(), true, false);
    }
  }

  /** Variable {@code feedback}: when the unit replied to everybody. */
  record Feedback(int round, OffsetDateTime at) {}
}
