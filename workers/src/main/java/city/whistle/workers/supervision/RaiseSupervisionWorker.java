package city.whistle.workers.supervision;

import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall;
import city.whistle.workers.outbox.EngineCall.PublishMessage;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code supervision.raise}: has a supervision begin beside what it watches, so that it outlives a
 * reply, a round, a unit's report. What comes while one of the same cause is open is counted up.
 * Header {@code cause} says why.
 */
@Component
public class RaiseSupervisionWorker {

  private final Jobs jobs;
  private final Supervisions supervisions;
  private final Supervisors supervisors;
  private final CaseFiles cases;
  private final Outbox outbox;

  RaiseSupervisionWorker(
      Jobs jobs,
      Supervisions supervisions,
      Supervisors supervisors,
      CaseFiles cases,
      Outbox outbox) {
    this.supervisors = supervisors;
    this.jobs = jobs;
    this.supervisions = supervisions;
    this.cases = cases;
    this.outbox = outbox;
  }

  @JobWorker(
      type = "supervision.raise",
      fetchVariables = {"caseId", "whistle", "summons", "owner", "round", "profile"})
  public void raiseSupervision(ActivatedJob job) {
    SupervisedMatter told =
        jobs.read(job, SupervisedMatter.class)
            .because(job.getCustomHeaders().get("cause"))
            .watched(job.getProcessInstanceKey());
    JsonNode variables = jobs.read(job, JsonNode.class);
    SupervisedMatter matter = told.by(supervisedBy(job.getBpmnProcessId(), told, variables));
    jobs.once(job, matter.subject(), () -> raise(matter, variables));
  }

  private String supervisedBy(String process, SupervisedMatter matter, JsonNode variables) {
    if (!matter.causeText().equals("absence")) {
      return supervisors
          .ofEvent(process, matter)
          .orElseGet(() -> supervisors.usual(matter.owner(), matter.caseId()));
    }
    boolean district = variables.at("/profile/escalateTo").asText().equals("district");
    String whistler = variables.at("/whistle/streetCode").asText();
    return supervisors.of(
        district ? "district" : "supervisor", matter.owner(), whistler, matter.caseId());
  }

  private void raise(SupervisedMatter matter, JsonNode variables) {
    if (isOver(matter.caseId()) && matter.whistle() == null) {
      return;
    }
    if (!supervisions.countUp(matter)) {
      outbox.add(begin(matter, supervisions.raise(matter), variables, isOver(matter.caseId())));
    }
  }

  private boolean isOver(UUID caseId) {
    return caseId != null && cases.get(caseId).status().isFinal();
  }

  /**
   * Beside the case; what has none, or one that is over, is supervised in an instance of its own.
   */
  static EngineCall begin(
      SupervisedMatter matter, Supervisions.Raised raised, JsonNode variables, boolean over) {
    Map<String, Object> supervise = new LinkedHashMap<>();
    supervise.put("id", raised.id());
    supervise.put("cause", matter.causeText());
    supervise.put("count", raised.count());
    supervise.put("round", matter.round());
    supervise.put("overdueTask", matter.overdueTask());
    supervise.put("superviseBy", matter.superviseBy());
    supervise.put("watched", matter.watched());
    for (String name : new String[] {"owner", "whistle", "summons", "overdueTaskName"}) {
      supervise.put(name, variables.get(name));
    }
    if (matter.caseId() != null && !over) {
      return PublishMessage.momentary(
          "case.supervisionRaised", matter.caseId().toString(), Map.of("supervise", supervise));
    }
    supervise.put("supervision", Map.of("id", supervise.remove("id")));
    supervise.put("caseId", matter.caseId());
    supervise.put("assessment", matter.assessment());
    return new StartProcess(
        "supervision",
        supervise,
        matter.caseId() == null && matter.whistle() != null
            ? Set.of("whistle:" + matter.whistle().number())
            : Set.of());
  }
}
