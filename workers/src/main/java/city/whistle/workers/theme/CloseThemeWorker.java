package city.whistle.workers.theme;

import city.whistle.workers.job.Jobs;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * {@code theme.close}: ends the month's theme, with what the review found or without having been
 * chosen. What goes on is proposed again the next month.
 */
@Component
public class CloseThemeWorker {

  private static final String NONE = "none";
  private static final String CONTINUES = "continues";
  private static final Set<String> REVIEWED = Set.of("reached", "partly", CONTINUES);

  private final Jobs jobs;
  private final ThemeStore themes;
  private final WorkStore works;
  private final ThemeHints hints;
  private final Timeline timeline;

  CloseThemeWorker(
      Jobs jobs, ThemeStore themes, WorkStore works, ThemeHints hints, Timeline timeline) {
    this.jobs = jobs;
    this.themes = themes;
    this.works = works;
    this.hints = hints;
    this.timeline = timeline;
  }

  @JobWorker(
      type = "theme.close",
      fetchVariables = {"theme", "outcome", "chooseNote", "reviewNote"})
  public void closeTheme(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    UUID id = input.theme().id();
    long instance = job.getProcessInstanceKey();
    jobs.once(job, id, () -> close(themes.lock(id), input, instance));
  }

  /** An instance that another has taken over from ends nothing. */
  private void close(Theme theme, Input input, long instance) {
    if (theme.isClosed() || theme.processInstanceKey() != instance) {
      return;
    }
    String outcome = theme.isChosen() ? review(theme, input) : giveUp(theme, input);
    timeline.append(theme.id(), "system", "ThemeClosed", outcome, Map.of());
  }

  private String giveUp(Theme theme, Input input) {
    boolean decided = NONE.equals(input.outcome());
    if (!decided) {
      hints.release(theme.id());
    }
    String outcome = decided ? NONE : "notChosen";
    themes.close(theme, outcome, decided ? input.chooseNote() : null);
    return outcome;
  }

  private String review(Theme theme, Input input) {
    String outcome = input.outcome();
    if (outcome == null || !REVIEWED.contains(outcome)) {
      throw Refusal.of("THEME_INVALID", "请选择复盘结论：已达到、部分达到或者继续治理");
    }
    themes.close(theme, outcome, input.reviewNote());
    if (outcome.equals(CONTINUES)) {
      works
          .of(theme.id())
          .problems()
          .forEach(
              problem ->
                  hints.add(
                      theme.month() + "/" + problem.position(),
                      problem.categoryCode(),
                      problem.categoryName()));
    }
    return outcome;
  }

  record Input(Known theme, String outcome, String chooseNote, String reviewNote) {}

  record Known(UUID id) {}
}
