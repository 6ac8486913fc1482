package city.whistle.workers.theme;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.WrittenMonth;
import city.whistle.workers.outbox.EngineCall.StartProcess;
import city.whistle.workers.outbox.Outbox;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a month's theme because people want it. */
@Component
public class ThemeStarts {

  private final ThemeStore themes;
  private final Outbox outbox;
  private final CityTime time;

  ThemeStarts(ThemeStore themes, Outbox outbox, CityTime time) {
    this.themes = themes;
    this.outbox = outbox;
    this.time = time;
  }

  /** The months that may be begun now: of this one and the next those without a chosen theme. */
  public List<YearMonth> months() {
    YearMonth now = YearMonth.from(time.today());
    return Stream.of(now, now.plusMonths(1)).filter(month -> refusal(month).isEmpty()).toList();
  }

  /**
   * Begins it; what is being chosen for the month already is found anew.
   *
   * @param month as somebody wrote it, such as {@code 2026-04}
   * @return why not: {@code month} for what is none, {@code over}, {@code early}, {@code closed},
   *     {@code chosen}; empty where it begins
   */
  @Transactional
  public Optional<String> begin(String month) {
    Optional<YearMonth> read = WrittenMonth.read(month);
    Optional<String> refused = read.isEmpty() ? Optional.of("month") : read.flatMap(this::refusal);
    if (refused.isEmpty()) {
      outbox.add(
          new StartProcess("monthly-theme", Map.of("month", month), Set.of("theme:" + month)));
    }
    return refused;
  }

  private Optional<String> refusal(YearMonth month) {
    return MonthChoice.refusal(month, time.today(), themes.of(month));
  }
}
