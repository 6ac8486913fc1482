package city.whistle.workers.theme;

import city.whistle.workers.theme.ThemeWork.Member;
import city.whistle.workers.theme.ThemeWork.ProblemTaken;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.Units;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Shows months' themes. They hold figures and public places alone, so that everybody may see all.
 */
@Component
public class ThemeViews {

  private final ThemeStore themes;
  private final ProposalStore proposals;
  private final WorkStore works;
  private final ThemeCurves curves;
  private final Units units;

  ThemeViews(
      ThemeStore themes,
      ProposalStore proposals,
      WorkStore works,
      ThemeCurves curves,
      Units units) {
    this.themes = themes;
    this.proposals = proposals;
    this.works = works;
    this.curves = curves;
    this.units = units;
  }

  /**
   * The latest month first.
   *
   * @param before months before this one alone; null for all
   * @param year months of this year alone; null for all
   */
  public List<Brief> list(YearMonth before, Integer year, int max) {
    return themes.list(before, year, max).stream()
        .map(theme -> new Brief(theme, works.of(theme.id())))
        .toList();
  }

  /** Empty where the month has none. */
  public Optional<View> find(YearMonth month) {
    return themes.of(month).map(this::view);
  }

  private View view(Theme theme) {
    ThemeWork work = works.of(theme.id());
    List<String> categories = work.problems().stream().map(ProblemTaken::categoryCode).toList();
    return new View(
        theme,
        work,
        successors(work.units()),
        proposals.of(theme.id()),
        categories.isEmpty() ? List.of() : curves.of(theme.month(), categories));
  }

  private Map<String, String> successors(List<Member> members) {
    Map<String, String> names = new TreeMap<>();
    for (Member member : members) {
      if (units.find(member.code()).isEmpty()) {
        names.put(member.code(), units.successor(member.code()).map(Unit::name).orElse(""));
      }
    }
    return names;
  }

  /** A theme as lists show it. */
  public record Brief(Theme theme, ThemeWork work) {}

  /**
   * A theme as its page shows it.
   *
   * @param successors names of the units that took over from those that are no more, by the codes
   *     of these; empty where nobody did
   * @param requests of each month before and after; empty while no problem is chosen
   */
  public record View(
      Theme theme,
      ThemeWork work,
      Map<String, String> successors,
      List<Proposal> proposals,
      List<MonthRequests> requests) {}
}
