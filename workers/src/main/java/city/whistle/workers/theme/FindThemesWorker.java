package city.whistle.workers.theme;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.DueDates;
import city.whistle.workers.calendar.WrittenMonth;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.dispatch.UnitChoices;
import city.whistle.workers.job.Jobs;
import city.whistle.workers.outbox.EngineCall.CancelProcess;
import city.whistle.workers.outbox.Outbox;
import city.whistle.workers.theme.ThemeVariable.Category;
import city.whistle.workers.theme.ThemeVariable.Output;
import city.whistle.workers.timeline.Timeline;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * {@code theme.find}: begins a month's theme with what could be taken up. By itself it does so once
 * a month, and only where there is anything to propose; for a month that people chose, variable
 * {@code month}, it takes over from an instance whose theme isn't chosen yet.
 */
@Component
public class FindThemesWorker {

  private final Jobs jobs;
  private final ThemeStore themes;
  private final FoundProposals found;
  private final ThemePolicies policies;
  private final UnitChoices units;
  private final Categories categories;
  private final DueDates dueDates;
  private final Outbox outbox;
  private final Timeline timeline;
  private final CityTime time;

  FindThemesWorker(
      Jobs jobs,
      ThemeStore themes,
      FoundProposals found,
      ThemePolicies policies,
      UnitChoices units,
      Categories categories,
      DueDates dueDates,
      Outbox outbox,
      Timeline timeline,
      CityTime time) {
    this.jobs = jobs;
    this.themes = themes;
    this.found = found;
    this.policies = policies;
    this.units = units;
    this.categories = categories;
    this.dueDates = dueDates;
    this.outbox = outbox;
    this.timeline = timeline;
    this.time = time;
  }

  @JobWorker(
      type = "theme.find",
      fetchVariables = {"month"})
  public Map<String, Object> findThemes(ActivatedJob job) {
    Input input = jobs.read(job, Input.class);
    long instance = job.getProcessInstanceKey();
    return jobs.once(
        job,
        "theme",
        () -> input.month() == null ? thisMonth(instance) : chosen(input.month(), instance));
  }

  private Output thisMonth(long instance) {
    YearMonth month = YearMonth.from(time.today());
    ThemePolicy policy = policies.on(time.today());
    if (time.today().getDayOfMonth() < policy.findFromDay()) {
      return none(month, "early");
    }
    if (themes.of(month).isPresent()) {
      return none(month, "begun");
    }
    return found.isAny(month, policy) ? begin(month, policy, instance) : none(month, "nothing");
  }

  private Output chosen(String text, long instance) {
    YearMonth month =
        WrittenMonth.read(text)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("variable month must be a month such as 2026-04"));
    return MonthChoice.refusal(month, time.today(), themes.of(month))
        .map(reason -> none(month, reason))
        .orElseGet(() -> begin(month, policies.on(time.today()), instance));
  }

  private Output begin(YearMonth month, ThemePolicy policy, long instance) {
    Theme theme = themes.begin(month, instance, policy.workMonths());
    if (theme.processInstanceKey() != instance) {
      if (theme.isChosen() || theme.isClosed()) {
        return none(month, theme.isClosed() ? "closed" : "chosen");
      }
      outbox.add(new CancelProcess(theme.processInstanceKey()));
      themes.handTo(theme.id(), instance);
    }
    List<Proposal> proposals = found.put(theme, policy);
    timeline.append(
        theme.id(),
        "system",
        "ThemesFound",
        "",
        Map.of("month", month.toString(), "proposals", proposals.size()));
    return new Output(
        ThemeVariable.proposed(theme, policy.choosers(), chooseBy(theme, policy), proposals),
        units.in(null, null),
        categories.all().stream()
            .map(category -> new Category(category.code(), category.name()))
            .toList());
  }

  private OffsetDateTime chooseBy(Theme theme, ThemePolicy policy) {
    OffsetDateTime due = dueDates.after(time.now(), policy.chooseWithin());
    return due.isBefore(theme.chooseUntil()) ? due : theme.chooseUntil();
  }

  private static Output none(YearMonth month, String reason) {
    return new Output(ThemeVariable.none(month.toString(), reason), List.of(), List.of());
  }

  record Input(String month) {}
}
