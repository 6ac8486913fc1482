package city.whistle.app.day;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A day's figures for people, in English and Chinese beside each other. */
public final class DayFigures {

  private static final int SHOWN = 50;

  private final DayResult result;
  private final List<String> lines = new ArrayList<>();

  public DayFigures(DayResult result) {
    this.result = result;
  }

  /** The line above all. */
  public static String heading(DayPlan plan) {
    return String.format(
        Locale.ROOT,
        "A city's day: %s, share %s, seed %d%n",
        plan.day(),
        plan.share(),
        plan.seed());
  }

  /** A line for each figure, then one for each difference. */
  public List<String> lines() {
    contacts();
    work();
    answers();
    asked();
    books();
    return lines;
  }

  private void contacts() {
    DayPlan plan = result.plan();
    line("Contacts", "反映", plan.contacts());
    line("Cases", "工单", result.count("cases"));
    result
        .books()
        .statuses()
        .forEach((status, count) -> line("  " + status, status(status), count));
    result
        .books()
        .levels()
        .forEach((level, count) -> line("  limit " + level, "时限 " + level, count));
    line("Done again", "重办", result.books().redone());
    line("Patrols", "街巷巡查", result.count("patrols"));
  }

  private void work() {
    line("Tasks done late", "逾期完成的任务", result.count("late"));
    line("Urged", "催办", result.count("urge"));
    line("Supplemented", "补充", result.count("supplement"));
    line("Merged", "并单", result.count("merge"));
    line("Wishes too late", "已来不及", result.count("tooLate"));
    line("Whistles for cases", "工单吹哨", result.count("HandleCase.whistle"));
    line("Whistles without a case", "无工单吹哨", result.count("whistlesWithoutCase"));
    line("Units that signed", "部门签收", result.count("SignSummons"));
    line("Units that came", "部门报到", result.count("ReportOnSite"));
    line("Objections", "派单异议", result.count("HandleCase.objection"));
    line("Extensions asked", "申请延期", result.count("HandleCase.extension"));
    line("Suspensions asked", "申请挂账", result.count("HandleCase.suspension"));
    line("Co-handlers asked", "请求协办", result.count("HandleCase.coHandlers"));
    line("Matters", "集中诉求", result.count("AssessMatter"));
    line("Supervised", "督办", result.count("Supervise") + result.count("Interview"));
  }

  private void asked() {
    line("Links sent", "评价链接", result.count("links"));
    line("Answered by link", "链接评价", result.count("byLink"));
    line("Exclusions asked", "申请剔除", result.count("exclusion"));
    line("Exclusions granted", "准予剔除", result.count("exclusion.granted"));
    line("Appeals", "申诉", result.count("appeal"));
    line("Appeals upheld", "申诉成立", result.count("appeal.granted"));
    line("Themes reviewed", "每月一题复盘", result.count("ReviewTheme"));
  }

  private void answers() {
    Sums sums = result.books().months();
    line("Callbacks answered", "回访接通", result.count("answered"));
    line("Callbacks not answered", "回访未接通", result.count("notReached"));
    line("Valid answers that count", "有效回访", sums.valid());
    rate("Contacted", "响应率", sums.contacted(), sums.valid());
    rate("Settled", "解决率", sums.settled(), sums.valid());
    rate("Satisfied", "满意率", sums.satisfied() + 0.9 * sums.basically(), sums.valid());
  }

  private void books() {
    List<Difference> differences = result.books().differences();
    lines.add("");
    differences.stream().limit(SHOWN).forEach(one -> lines.add("differs 不一致  " + one));
    if (differences.size() > SHOWN) {
      lines.add("and %d more".formatted(differences.size() - SHOWN));
    }
    lines.add(
        differences.isEmpty()
            ? "Player, registry, engine and assessment agree: every case reached its end."
                + " 各账一致,工单全部办结。"
            : "%d differences 处不一致".formatted(differences.size()));
    lines.add(
        String.format(
            Locale.ROOT,
            "The day took %d s, %.0f times faster than life (24 h over the time of playing them);"
                + " to the last case's end %d s, %.1f cases a second.",
            result.day().toSeconds(),
            result.timesFaster(),
            result.whole().toSeconds(),
            result.casesInSecond()));
  }

  private void line(String english, String chinese, long number) {
    lines.add(String.format(Locale.ROOT, "  %-26s %,9d  %s", english, number, chinese));
  }

  private void rate(String english, String chinese, double counted, long of) {
    double points = of == 0 ? 0 : 100 * counted / of;
    lines.add(String.format(Locale.ROOT, "  %-26s %8.1f%%  %s", english, points, chinese));
  }

  private static String status(String status) {
    return switch (status) {
      case "closed" -> "已结案";
      case "answered" -> "已答复";
      case "withdrawn" -> "已撤单";
      default -> "未办结";
    };
  }
}
