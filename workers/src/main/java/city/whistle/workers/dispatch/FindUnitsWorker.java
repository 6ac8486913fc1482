package city.whistle.workers.dispatch;

import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.dispatch.UnitChoices.Choice;
import city.whistle.workers.job.Jobs;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code dispatch.findUnits}, a listener at the start of a task that designates an owner: lets the
 * task, and it alone, show every unit of the city.
 */
@Component
public class FindUnitsWorker {

  private final Jobs jobs;
  private final CaseFiles cases;
  private final UnitChoices choices;

  FindUnitsWorker(Jobs jobs, CaseFiles cases, UnitChoices choices) {
    this.jobs = jobs;
    this.cases = cases;
    this.choices = choices;
  }

  @JobWorker(type = "dispatch.findUnits", fetchVariables = "caseId")
  public Map<String, Object> findUnits(ActivatedJob job) {
    UUID caseId = jobs.read(job, Input.class).caseId();
    List<Choice> all = caseId == null ? choices.all() : choices.owners(cases.get(caseId));
    return Map.of("unitChoices", all);
  }

  record Input(UUID caseId) {}
}
