package city.whistle.console.themes;

import city.whistle.workers.theme.MonthRequests;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Requests of a theme's categories a month, drawn as bars: those before the theme's month, and
 * those from it on.
 *
 * @param categories names, in the order of each bar's counts
 * @param most the highest bar's number, 1 at least
 * @param before mean of the months before, one decimal; null where there are none
 * @param after mean of the whole months from the theme's own on; null where none is over yet
 */
public record Chart(
    List<String> categories, List<Bar> bars, int most, String before, String after) {

  public static final int WIDTH = 360;
  public static final int HEIGHT = 150;

  /** Of the drawing, below which the months stand. */
  public static final int GROUND = 126;

  private static final int TOP = 14;
  private static final int LABELS = 3;

  static Chart of(YearMonth theme, List<String> categories, List<MonthRequests> months) {
    int most = months.stream().mapToInt(MonthRequests::total).max().orElse(0);
    int highest = Math.max(most, 1);
    double step = (double) WIDTH / Math.max(months.size(), 1);
    List<Bar> bars =
        IntStream.range(0, months.size())
            .mapToObj(n -> bar(months.get(n), theme, highest, n * step, step))
            .toList();
    return new Chart(
        categories,
        bars,
        highest,
        mean(months.stream().filter(one -> one.month().isBefore(theme)).toList()),
        mean(
            months.stream()
                .filter(one -> !one.month().isBefore(theme) && !one.partial())
                .toList()));
  }

  private static Bar bar(MonthRequests one, YearMonth theme, int highest, double x, double step) {
    double height = (double) (GROUND - TOP) * one.total() / highest;
    int since =
        (one.month().getYear() - theme.getYear()) * 12
            + one.month().getMonthValue()
            - theme.getMonthValue();
    return new Bar(
        one.month().toString(),
        one.counts(),
        one.total(),
        since < 0 ? "before" : one.partial() ? "partial" : "after",
        rounded(x + step * 0.15),
        rounded(GROUND - height),
        rounded(step * 0.7),
        rounded(height),
        since % LABELS == 0 && since > -12 && since < 12);
  }

  private static String mean(List<MonthRequests> months) {
    return months.isEmpty()
        ? null
        : rounded(months.stream().mapToInt(MonthRequests::total).average().orElse(0));
  }

  private static String rounded(double number) {
    return String.valueOf(Math.round(number * 10) / 10.0);
  }

  /**
   * A month's bar.
   *
   * @param when {@code before}, {@code after} or, of a month that isn't over, {@code partial}
   * @param labelled whether the month's name stands under it
   */
  public record Bar(
      String month,
      List<Integer> counts,
      int total,
      String when,
      String x,
      String y,
      String width,
      String height,
      boolean labelled) {}
}
