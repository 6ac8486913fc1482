package city.whistle.workers.theme;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.theme.ThemeVariable.UnitWork;
import city.whistle.workers.theme.ThemeWork.Member;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code theme.recordWork}: keeps how far a unit says it is, what it has issued and where it was at
 * work; and says of its part how it stands now.
 */
@Component
public class RecordWorkWorker {

  private static final String DONE = "done";

  private final Jobs jobs;
  private final ThemeStore themes;
  private final WorkStore works;
  private final UnitParts parts;
  private final Timeline timeline;

  RecordWorkWorker(
      Jobs jobs, ThemeStore themes, WorkStore works, UnitParts parts, Timeline timeline) {
    this.jobs = jobs;
    this.themes = themes;
    this.works = works;
    this.parts = parts;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "theme.recordWork",
      fetchVariables = {"theme", "themeUnit", "outcome", "work"})
  public Map<String, Object> recordWork(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    return jobs.once(job, input.theme().id(), () -> new Output(record(input)));
  }

  private UnitWork record(Input input) {
    Theme theme = themes.lock(input.theme().id());
    String unit = input.themeUnit().code();
    if (!theme.isClosed()) {
      keep(theme, unit, input.work() == null ? new Work(null, null, null) : input.work());
      if (DONE.equals(input.outcome())) {
        works.done(theme.id(), unit);
      }
      timeline.append(theme.id(), "system", "ThemeWorkRecorded", "", facts(theme, unit));
    }
    ThemeWork now = works.of(theme.id());
    return parts.of(theme, now, member(now, unit));
  }

  private void keep(Theme theme, String unit, Work work) {
    work.tasks().stream()
        .filter(row -> row.id() != null && row.reached() != null && row.reached() >= 0)
        .forEach(row -> works.reached(theme.id(), unit, row.id(), row.reached()));
    works.add(theme.id(), unit, "policy", names(work.policies()));
    works.add(theme.id(), unit, "site", names(work.sites()));
  }

  private static List<String> names(List<Named> rows) {
    return rows.stream().map(Named::name).filter(Objects::nonNull).map(String::strip).toList();
  }

  private Map<String, Object> facts(Theme theme, String unit) {
    Map<String, Object> facts = new LinkedHashMap<>();
    List<ThemeWork.Task> tasks = works.of(theme.id()).tasksOf(unit);
    facts.put("unit", unit);
    facts.put("tasks", tasks.size());
    facts.put("reached", tasks.stream().filter(ThemeWork.Task::isReached).count());
    return facts;
  }

  private static Member member(ThemeWork work, String unit) {
    return work.units().stream()
        .filter(member -> member.code().equals(unit))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the theme has no such unit"));
  }

  record Input(Known theme, Part themeUnit, String outcome, Work work) {}

  record Known(UUID id) {}

  record Part(String code) {}

  /** What the form sends; any part may be missing where an operator completed the task. */
  record Work(List<Reached> tasks, List<Named> policies, List<Named> sites) {

    Work {
      tasks = tasks == null ? List.of() : tasks;
      policies = policies == null ? List.of() : policies;
      sites = sites == null ? List.of() : sites;
    }
  }

  record Reached(Integer id, Integer reached) {}

  record Named(String name) {}

  record Output(UnitWork themeUnit) {}
}
