package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseFilter;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.request.RequestTime;
import city.whistle.workers.stuck.StuckCases;
import city.whistle.workers.stuck.StuckReason;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lists the cases that a client may see, page by page, in the order in which they came; with {@code
 * stuck} those that stand still, why, and for whom they wait.
 */
@RestController
class CaseListController {

  private final CaseFiles cases;
  private final CaseRights rights;
  private final StuckCases stuckCases;

  CaseListController(CaseFiles cases, CaseRights rights, StuckCases stuckCases) {
    this.stuckCases = stuckCases;
    this.cases = cases;
    this.rights = rights;
  }

  @GetMapping("/api/cases")
  @Needs(Scope.READ)
  Object list(
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String stuck,
      @RequestParam(required = false) String unit,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String cursor,
      @RequestParam(required = false) String limit,
      @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    QueryFields query = new QueryFields();
    Cursor after = query.read("cursor", cursor, Cursor::of, "must be a cursor that a page gave");
    int max = query.limit(limit);
    CaseFilter filter =
        new CaseFilter(
            query.read("status", status, CaseStatus::of, "must be a case's status"),
            query.text("unit", unit),
            query.read("from", from, RequestTime::read, TIME_WANTED),
            query.read("to", to, RequestTime::read, TIME_WANTED),
            after == null ? null : after.receivedAt(),
            after == null ? null : after.id(),
            max + 1,
            rights.viewer(client.caller()),
            false);
    Set<StuckReason> reasons =
        query.read("stuck", stuck, CaseListController::reasons, STUCK_WANTED);
    query.throwIfWrong();
    return reasons == null
        ? page(cases.list(filter), max)
        : StuckView.page(stuckCases.find(reasons, filter.max(max)));
  }

  private static final String STUCK_WANTED =
      "must be some of overdue, incident, nobody, waiting, each once, parted by commas";
  private static final String TIME_WANTED = RequestTime.WANTED + ", its plus sign encoded as %2B";

  private static Optional<Set<StuckReason>> reasons(String text) {
    String[] names = text.split(",", -1);
    EnumSet<StuckReason> reasons = EnumSet.noneOf(StuckReason.class);
    Stream.of(names).map(StuckReason::of).flatMap(Optional::stream).forEach(reasons::add);
    return Optional.<Set<StuckReason>>of(reasons).filter(set -> set.size() == names.length);
  }

  private static Page page(List<CaseFile> found, int max) {
    boolean more = found.size() > max;
    List<CaseFile> shown = more ? found.subList(0, max) : found;
    String next = more ? Cursor.after(shown.get(max - 1)).text() : null;
    return new Page(shown.stream().map(file -> CaseView.of(file, null)).toList(), next);
  }

  /**
   * A page of cases.
   *
   * @param cursor for the next page; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<CaseView> items, String cursor) {}
}
