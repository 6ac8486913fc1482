package city.whistle.workers.theme;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.theme.ThemeVariable.UnitWork;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code theme.choose}: keeps what was chosen for the month, says who works on it, and tells them.
 */
@Component
public class ChooseThemesWorker {

  private final Jobs jobs;
  private final ThemeStore themes;
  private final ProposalStore proposals;
  private final WorkStore works;
  private final ChoiceCheck check;
  private final UnitParts parts;
  private final ThemeNotices notices;
  private final Timeline timeline;

  ChooseThemesWorker(
      Jobs jobs,
      ThemeStore themes,
      ProposalStore proposals,
      WorkStore works,
      ChoiceCheck check,
      UnitParts parts,
      ThemeNotices notices,
      Timeline timeline) {
    this.jobs = jobs;
    this.themes = themes;
    this.proposals = proposals;
    this.works = works;
    this.check = check;
    this.parts = parts;
    this.notices = notices;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "theme.choose",
      fetchVariables = {"theme", "choice", "chooseNote"})
  public Map<String, Object> chooseThemes(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    ThemeVariable about = input.theme();
    long instance = job.getProcessInstanceKey();
    return jobs.once(job, about.id(), () -> new Output(choose(input, instance)));
  }

  private ThemeVariable choose(Input input, long instance) {
    Theme theme = themes.lock(input.theme().id());
    if (theme.processInstanceKey() != instance || theme.isChosen() || theme.isClosed()) {
      throw Refusal.of("THEME_INVALID", theme.month() + " 已由另一流程选题，本流程即将取消");
    }
    ThemeWork work = check.work(theme, input.choice(), proposals.of(theme.id()));
    themes.choose(theme.id(), input.choice().name(), input.chooseNote());
    works.put(theme.id(), work);
    timeline.append(
        theme.id(),
        "system",
        "ThemeChosen",
        "",
        Map.of("name", input.choice().name(), "lead", work.lead().code()));
    List<UnitWork> given = parts.of(theme, work);
    notices.given(theme.id(), input.choice().name(), given);
    return input.theme().chosen(input.choice().name(), work, given);
  }

  record Input(ThemeVariable theme, ThemeChoice choice, String chooseNote) {}

  record Output(ThemeVariable theme) {}
}
