package city.whistle.workers.api;

import city.whistle.workers.stuck.EngineView.Wait;
import city.whistle.workers.stuck.StuckCase;
import city.whistle.workers.stuck.StuckCase.Cause;
import city.whistle.workers.stuck.StuckCases;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A case that stands still, as the API shows it.
 *
 * @param stuck every reason, since when
 * @param waitsFor open tasks, oldest first
 */
record StuckView(@JsonUnwrapped CaseView about, List<Cause> stuck, List<Wait> waitsFor) {

  static StuckView of(StuckCase found) {
    return new StuckView(CaseView.of(found.file(), null), found.causes(), found.waits());
  }

  static Page page(StuckCases.Page found) {
    return new Page(
        found.items().stream().map(StuckView::of).toList(),
        found.last() == null ? null : Cursor.after(found.last()).text());
  }

  /**
   * @param cursor for the next page, which may have items though this has few; left out on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<StuckView> items, String cursor) {}
}
