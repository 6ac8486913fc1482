package city.whistle.workers.api;

import city.whistle.workers.access.CaseRights;
import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseFilter;
import city.whistle.workers.casefile.CaseStatus;
import city.whistle.workers.stuck.StuckCases;
import city.whistle.workers.stuck.StuckReason;
import city.whistle.workers.unit.Units;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
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
  private final Units units;

  CaseListController(CaseFiles cases, CaseRights rights, StuckCases stuckCases, Units units) {
    this.units = units;
    this.stuckCases = stuckCases;
    this.cases = cases;
    this.rights = rights;
  }

  @GetMapping("/api/cases")
  @Needs(Scope.READ)
  Object list(QueryFields query, @RequestAttribute(ApiClient.ATTRIBUTE) ApiClient client) {
    Cursor after = query.cursor(Cursor::of);
    int max = query.limit();
    OffsetDateTime from = query.time("from");
    OffsetDateTime to = query.time("to");
    query.require(from == null || to == null || from.isBefore(to), "from", "must lie before to");
    CaseFilter filter =
        new CaseFilter(
            query.read("status", CaseStatus::of, STATUS_WANTED),
            query.code("unit", units::isKnown, QueryFields.UNIT_WANTED),
            from,
            to,
            after == null ? null : after.receivedAt(),
            after == null ? null : after.id(),
            max + 1,
            rights.viewer(client.caller()),
            false,
            null);
    Set<StuckReason> reasons = query.read("stuck", CaseListController::reasons, STUCK_WANTED);
    query.throwIfWrong();
    return reasons == null
        ? page(cases.list(filter), max)
        : StuckView.page(stuckCases.find(reasons, filter.max(max)));
  }

  private static final String STUCK_WANTED =
      "must be some of overdue, incident, nobody, waiting, each once, parted by commas";
  private static final String STATUS_WANTED =
      "must be one of "
          + Stream.of(CaseStatus.values())
              .map(CaseStatus::wireName)
              .collect(Collectors.joining(", "));

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
