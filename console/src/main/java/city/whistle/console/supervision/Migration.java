package city.whistle.console.supervision;

import city.whistle.console.layout.Message;
import city.whistle.console.supervision.ModelShape.Part;
import java.util.List;
import java.util.Map;

/**
 * How an instance would become one of another version.
 *
 * @param mapping what elements and sequence flows become, by their ids
 * @param asked steps that the other version doesn't have so: what they become must be chosen
 * @param hindrance why it can't be done; null for nothing
 * @param preview what it would do; empty where it can't be done, or not yet
 */
record Migration(
    Map<String, String> mapping, List<Asked> asked, Message hindrance, List<Message> preview) {

  /**
   * Tells two apart: what is sent is done only where it still is what was shown. The same for the
   * same mapping, in every program.
   */
  String seal(long from, long to) {
    return Integer.toHexString(List.of(from, to, mapping).hashCode());
  }

  /**
   * @param choices what it may become
   * @param chosen id of what was chosen; empty for nothing
   */
  record Asked(Part step, List<Part> choices, String chosen) {}
}
