package city.whistle.workers.intake;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseProgress;
import city.whistle.workers.casefile.CaseVariable;
import city.whistle.workers.casefile.PlaceNames;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.timeline.Timeline;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code case.register}: ties the process to its case and gives it what the decisions need. Where a
 * hotline started the process itself, moves variable {@code intake} into the registry first and
 * gives back its redacted form in its place.
 */
@Component
public class RegisterCaseWorker {

  private final Jobs jobs;
  private final BroughtIntake brought;
  private final CaseFiles cases;
  private final CaseProgress progress;
  private final Categories categories;
  private final CatalogueEntries entries;
  private final PlaceNames places;
  private final Timeline timeline;
  private final CaseSignals signals;
  private final Outbox outbox;

  RegisterCaseWorker(
      Jobs jobs,
      BroughtIntake brought,
      CaseFiles cases,
      CaseProgress progress,
      Categories categories,
      CatalogueEntries entries,
      PlaceNames places,
      Timeline timeline,
      CaseSignals signals,
      Outbox outbox) {
    this.jobs = jobs;
    this.brought = brought;
    this.cases = cases;
    this.progress = progress;
    this.categories = categories;
    this.entries = entries;
    this.places = places;
    this.timeline = timeline;
    this.signals = signals;
    this.outbox = outbox;
  }

  @JobWorker(
      type = "case.register",
      fetchVariables = {"caseId", "intake"})
  public Map<String, Object> registerCase(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    UUID caseId =
        input.caseId() == null
            ? brought.open(input.intake(), job.getProcessInstanceKey())
            : UUID.fromString(input.caseId());
    bind(caseId, job);
    return jobs.once(job, caseId, () -> register(caseId, input.intake()));
  }

  /**
   * A start whose answer was lost is made again: the instance that registers first has the case,
   * another is cancelled. A case that the registry has not is a mistake, not a second start.
   */
  private void bind(UUID caseId, ActivatedJob job) {
    cases.get(caseId);
    if (!progress.bind(caseId, job.getProcessInstanceKey())) {
      outbox.add(new CancelProcess(job.getProcessInstanceKey()));
      throw Refusal.of("CASE_RUNS_ALREADY", "another instance handles this case");
    }
  }

  private Output register(UUID caseId, JsonNode came) {
    CaseFile file = cases.get(caseId);
    timeline.append(caseId, "system", "CaseRegistered", "");
    return new Output(
        caseId.toString(),
        places.named(file.about()),
        redacted(came, file),
        signals.of(file),
        entries.of(
            categories.find(file.about().categoryCode()),
            file.about().streetCode(),
            file.about().doubts() != null));
  }

  private static Map<String, Object> redacted(JsonNode came, CaseFile file) {
    return came == null || came.isNull()
        ? null
        : Map.of("redacted", true, "number", file.number(), "title", file.about().title());
  }

  record Input(String caseId, JsonNode intake) {}

  record Output(
      String caseId,
      @JsonProperty("case") CaseVariable file,
      @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Object> intake,
      Signals signals,
      CatalogueEntry catalogue) {}
}
