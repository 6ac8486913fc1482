package city.whistle.workers.theme;

import city.whistle.workers.job.Jobs;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code theme.sumUp}: says for the review how far the theme's tasks are by now. */
@Component
public class SumUpWorkWorker {

  private final Jobs jobs;
  private final ThemeStore themes;
  private final WorkStore works;
  private final UnitParts parts;

  SumUpWorkWorker(Jobs jobs, ThemeStore themes, WorkStore works, UnitParts parts) {
    this.jobs = jobs;
    this.themes = themes;
    this.works = works;
    this.parts = parts;
  }

  @JobWorker(
      type = "theme.sumUp",
      fetchVariables = {"theme"})
  public Map<String, Object> sumUpWork(ActivatedJob job) {
    ThemeVariable about = jobs.read(job, Input.class).theme();
    return jobs.once(job, about.id(), () -> new Input(now(about)));
  }

  private ThemeVariable now(ThemeVariable about) {
    Theme theme = themes.lock(about.id());
    ThemeWork work = works.of(about.id());
    return about.chosen(theme.name(), work, parts.of(theme, work));
  }

  record Input(ThemeVariable theme) {}
}
