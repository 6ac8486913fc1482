package city.whistle.workers.api;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.casefile.CaseFiles;
import city.whistle.workers.casefile.CaseFilter;
import city.whistle.workers.casefile.CaseStatus;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists cases, page by page, in the order in which they came. */
@RestController
class CaseListController {

  private final CaseFiles cases;

  CaseListController(CaseFiles cases) {
    this.cases = cases;
  }

  @GetMapping("/api/cases")
  @Needs(Scope.READ)
  Page list(
      @RequestParam(required = false) String status,
      @RequestParam(required = false) String unit,
      @RequestParam(required = false) String from,
      @RequestParam(required = false) String to,
      @RequestParam(required = false) String cursor,
      @RequestParam(required = false) String limit) {
    QueryFields query = new QueryFields();
    Cursor after = query.read("cursor", cursor, Cursor::of, "must be a cursor that a page gave");
    int max = query.limit(limit);
    CaseFilter filter =
        new CaseFilter(
            query.read("status", status, CaseStatus::of, "must be a case's status"),
            unit,
            query.read("from", from, CaseListController::time, TIME_WANTED),
            query.read("to", to, CaseListController::time, TIME_WANTED),
            after == null ? null : after.receivedAt(),
            after == null ? null : after.id(),
            max + 1);
    query.throwIfWrong();
    return page(cases.list(filter), max);
  }

  private static final String TIME_WANTED =
      "must be a time with offset such as 2026-03-28T00:00:00+08:00, its plus sign encoded as %2B";

  private static Page page(List<CaseFile> found, int max) {
    boolean more = found.size() > max;
    List<CaseFile> shown = more ? found.subList(0, max) : found;
    String next = more ? Cursor.after(shown.get(max - 1)).text() : null;
    return new Page(shown.stream().map(file -> CaseView.of(file, null)).toList(), next);
  }

  private static Optional<OffsetDateTime> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * A page of cases.
   *
   * @param cursor for the next page; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<CaseView> items, String cursor) {}
}
