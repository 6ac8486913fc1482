package city.whistle.workers.api;

import city.whistle.workers.resident.AccessLog;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Who asked to see a resident's data, oldest first.
 *
 * @param cursor for the next page; left out on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RevealPage(List<Item> items, String cursor) {

  static RevealPage of(List<AccessLog.Line> found, int max) {
    boolean more = found.size() > max;
    List<AccessLog.Line> shown = more ? found.subList(0, max) : found;
    return new RevealPage(
        shown.stream().map(Item::of).toList(),
        more ? Long.toString(shown.get(max - 1).id()) : null);
  }

  static Optional<Long> cursor(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /**
   * One part that somebody asked for.
   *
   * @param reveal what was asked for at once has one; left out where the system read
   * @param client left out where the system read
   * @param unit left out for the hotline or the centre
   * @param outcome shown, absent or refused
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Item(
      OffsetDateTime at,
      String officer,
      String client,
      String unit,
      String reason,
      String part,
      String outcome,
      String reveal) {

    static Item of(AccessLog.Line line) {
      return new Item(
          line.at(),
          line.who(),
          line.clientId(),
          line.unitCode(),
          line.reason(),
          line.part(),
          line.refused() ? "refused" : line.found() ? "shown" : "absent",
          line.reveal() == null ? null : line.reveal().toString());
    }
  }
}
