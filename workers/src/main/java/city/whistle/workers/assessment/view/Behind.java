package city.whistle.workers.assessment.view;

import city.whistle.workers.access.AssessmentRights;
import city.whistle.workers.access.Caller;
import city.whistle.workers.access.CaseRights;
import city.whistle.workers.access.NotAllowed;
import city.whistle.workers.assessment.count.CaseBehind;
import city.whistle.workers.assessment.count.CasesBehind;
import city.whistle.workers.assessment.count.Figure;
import city.whistle.workers.assessment.count.Whose;
import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.assessment.result.Assessment;
import city.whistle.workers.assessment.result.GroupTally;
import city.whistle.workers.assessment.result.ResultStore;
import city.whistle.workers.assessment.result.WhistleFigure;
import city.whistle.workers.assessment.result.WhistlesBehind;
import city.whistle.workers.assessment.result.WhistlesBehind.WhistleBehind;
import city.whistle.workers.unit.UnitKind;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Opens a number down to its cases, page by page. All of them are counted on the page; those that
 * the caller may not know of are withheld, and their number is said.
 */
@Component
public class Behind {

  private final CasesBehind cases;
  private final WhistlesBehind whistles;
  private final ResultStore store;
  private final AssessmentViews views;
  private final AssessmentRights rights;
  private final CaseRights caseRights;

  Behind(
      CasesBehind cases,
      WhistlesBehind whistles,
      ResultStore store,
      AssessmentViews views,
      AssessmentRights rights,
      CaseRights caseRights) {
    this.cases = cases;
    this.whistles = whistles;
    this.store = store;
    this.views = views;
    this.rights = rights;
    this.caseRights = caseRights;
  }

  /**
   * @param unit of the group
   * @param below a category or one above; null for all
   * @param after where the page before ended; null for the first
   * @throws NotAllowed where the number is another's
   */
  public Page page(
      Caller caller,
      Assessment version,
      String group,
      String unit,
      Figure figure,
      String below,
      UUID after,
      int max) {
    rights.requireOwn(caller, unit);
    Policy policy = views.policyOf(version);
    Whose whose = whose(version, policy, group, unit);
    List<CaseBehind> found =
        cases.find(
            version.id(), figure, below == null ? whose : whose.below(below), after, max + 1);
    boolean more = found.size() > max;
    List<CaseBehind> page = more ? found.subList(0, max) : found;
    Set<UUID> seen = caseRights.seenOf(caller, page.stream().map(CaseBehind::caseId).toList());
    List<CaseBehind> shown = page.stream().filter(one -> seen.contains(one.caseId())).toList();
    return new Page(shown, page.size() - shown.size(), more ? page.get(max - 1).caseId() : null);
  }

  /**
   * The whistles behind a number of a unit, which it sees whole: it blew them, or was summoned.
   *
   * @param after number of the last one of the page before; null for the first
   * @throws NotAllowed where the number is another's
   */
  public WhistlePage whistles(
      Caller caller, Assessment version, String unit, WhistleFigure figure, String after, int max) {
    rights.requireOwn(caller, unit);
    List<WhistleBehind> found =
        whistles.find(version, views.policyOf(version).whistles(), figure, unit, after, max + 1);
    boolean more = found.size() > max;
    List<WhistleBehind> page = more ? found.subList(0, max) : found;
    return new WhistlePage(page, more ? page.get(max - 1).number() : null);
  }

  /**
   * @param last number of the last whistle of the page; null on the last page
   */
  public record WhistlePage(List<WhistleBehind> whistles, String last) {}

  private Whose whose(Assessment version, Policy policy, String group, String unit) {
    if (group.equals(GroupTally.TRADE)) {
      return Whose.categories(
          GroupTally.ofTrade(unit, store.categories(version.id()), policy.trades()));
    }
    boolean pools =
        policy.groups().stream()
            .anyMatch(one -> one.code().equals(group) && one.kind() == UnitKind.DISTRICT);
    return pools ? Whose.district(unit) : Whose.unit(unit);
  }

  /**
   * @param withheld how many cases of the page the caller may not know of
   * @param last the last case of the page, shown or not; null on the last page
   */
  public record Page(List<CaseBehind> cases, int withheld, UUID last) {}
}
