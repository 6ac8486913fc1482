package city.whistle.workers.theme;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.catalogue.Categories;
import city.whistle.workers.catalogue.Category;
import city.whistle.workers.job.Refusal;
import city.whistle.workers.theme.ThemeWork.Member;
import city.whistle.workers.theme.ThemeWork.ProblemTaken;
import city.whistle.workers.theme.ThemeWork.Task;
import city.whistle.workers.unit.Unit;
import city.whistle.workers.unit.UnitKind;
import city.whistle.workers.unit.Units;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes work of what people chose. The form asks for the same; but units and categories may have
 * changed while it lay open, and an operator may complete the task with anything.
 */
@Component
class ChoiceCheck {

  private static final String INVALID = "THEME_INVALID";
  private static final int PROBLEMS_LEAST = 2;
  private static final int PROBLEMS_MOST = 3;
  private static final int MOST = 30;

  private final Units units;
  private final Categories categories;
  private final CityTime time;

  ChoiceCheck(Units units, Categories categories, CityTime time) {
    this.units = units;
    this.categories = categories;
    this.time = time;
  }

  /**
   * @throws io.camunda.client.exception.BpmnError {@code THEME_INVALID}, saying what is wrong and
   *     what would be right
   */
  ThemeWork work(Theme theme, ThemeChoice choice, List<Proposal> proposals) {
    require(choice != null && isText(choice.name()), "请填写主题名称");
    List<Member> members = members(choice);
    return new ThemeWork(
        problems(choice, proposals), members, tasks(theme, choice, members), List.of());
  }

  private List<ProblemTaken> problems(ThemeChoice choice, List<Proposal> proposals) {
    List<ThemeChoice.Problem> asked = choice.problems();
    require(asked.size() >= PROBLEMS_LEAST && asked.size() <= PROBLEMS_MOST, "每月一题应有 2 至 3 个具体问题");
    Set<String> seen = new HashSet<>();
    Map<String, Proposal> proposed =
        proposals.stream().collect(Collectors.toMap(Proposal::categoryCode, Function.identity()));
    return IntStream.range(0, asked.size())
        .mapToObj(n -> problem(n + 1, asked.get(n), seen, proposed))
        .toList();
  }

  private ProblemTaken problem(
      int position, ThemeChoice.Problem problem, Set<String> seen, Map<String, Proposal> proposed) {
    require(isText(problem.what()), "第 " + position + " 个问题没有写明");
    Proposal proposal = proposed.get(problem.categoryCode());
    String name =
        categories
            .find(problem.categoryCode())
            .map(Category::name)
            .orElse(proposal == null ? null : proposal.categoryName());
    require(name != null, "第 " + position + " 个问题的类别不在现行目录内，请改选");
    require(seen.add(problem.categoryCode()), "两个问题选了同一类别，请合并或者改选");
    return new ProblemTaken(
        position,
        problem.what(),
        problem.categoryCode(),
        name,
        proposal == null ? null : proposal.kind());
  }

  private List<Member> members(ThemeChoice choice) {
    Unit lead = unit(choice.lead());
    require(lead.kind() == UnitKind.DEPARTMENT, "牵头单位应为市级部门，" + lead.name() + "不是");
    List<Unit> others = choice.coUnits().stream().map(this::unit).toList();
    Set<String> codes = others.stream().map(Unit::code).collect(Collectors.toSet());
    require(
        codes.size() == others.size() && !codes.contains(lead.code()) && codes.size() < MOST,
        "协同单位每个一次，不超过 " + (MOST - 1) + " 个，牵头单位不在其中");
    return Stream.concat(
            Stream.of(member(lead, true)), others.stream().map(unit -> member(unit, false)))
        .toList();
  }

  private static Member member(Unit unit, boolean leads) {
    return new Member(unit.code(), unit.name(), leads, null);
  }

  private Unit unit(String code) {
    return units
        .find(code)
        .orElseThrow(
            () ->
                Refusal.of(
                    INVALID,
                    code == null
                        ? "请选择牵头单位"
                        : units
                            .successor(code)
                            .map(next -> "单位 " + code + " 已撤销，由" + next.name() + "承接，请改选")
                            .orElse("单位 " + code + " 不存在或者已撤销，请改选")));
  }

  private List<Task> tasks(Theme theme, ThemeChoice choice, List<Member> members) {
    List<ThemeChoice.Task> asked = choice.tasks();
    require(!asked.isEmpty() && asked.size() <= MOST, "应有 1 至 " + MOST + " 项任务");
    Set<String> known = members.stream().map(Member::code).collect(Collectors.toSet());
    return IntStream.range(0, asked.size())
        .mapToObj(n -> task(n + 1, asked.get(n), known, theme.workUntil().toLocalDate()))
        .toList();
  }

  private Task task(int position, ThemeChoice.Task task, Set<String> units, LocalDate until) {
    String which = "第 " + position + " 项任务";
    require(isText(task.what()) && isText(task.measure()), which + "没有写明内容和计量单位");
    require(task.unit() != null && units.contains(task.unit()), which + "的单位应为牵头单位或者协同单位");
    require(task.target() != null && task.target() > 0, which + "的目标数应大于 0");
    LocalDate due = day(task.due());
    require(
        due != null && !due.isBefore(time.today()) && due.isBefore(until),
        which + "的期限应在今天至 " + until.minusDays(1) + " 之间");
    return new Task(position, task.unit(), task.what(), task.target(), task.measure(), due, null);
  }

  /** Null for what is none. */
  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isText(String text) {
    return text != null && !text.isBlank();
  }

  private static void require(boolean right, String message) {
    if (!right) {
      throw Refusal.of(INVALID, message);
    }
  }
}
