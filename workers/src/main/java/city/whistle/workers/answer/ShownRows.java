package city.whistle.workers.answer;

import city.whistle.workers.answer.Question.Field;
import city.whistle.workers.answer.Question.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a list began with. A row that comes back is told by what in it is for reading only,
 * in whatever order they come; each once.
 */
final class ShownRows {

  private final List<String> readOnly;
  private final JsonNode shown;
  private final List<JsonNode> left = new ArrayList<>();

  private ShownRows(List<String> readOnly, JsonNode shown) {
    this.readOnly = readOnly;
    this.shown = shown;
    shown.forEach(left::add);
  }

  static ShownRows of(Rows rows, JsonNode shown) {
    return new ShownRows(
        rows.questions().stream()
            .filter(question -> question instanceof Field field && field.isReadOnly())
            .map(Question::key)
            .toList(),
        shown);
  }

  /**
   * The row that this one was; where none is left that could have been it, an empty one.
   *
   * @param index of the row, by which it is told where nothing in it is for reading only
   */
  JsonNode take(JsonNode row, int index) {
    if (readOnly.isEmpty()) {
      return shown.path(index);
    }
    for (JsonNode candidate : left) {
      if (readOnly.stream().allMatch(key -> agrees(row.path(key), candidate.path(key)))) {
        left.remove(candidate);
        return candidate;
      }
    }
    return MissingNode.getInstance();
  }

  private static boolean agrees(JsonNode sent, JsonNode shown) {
    return sent.isMissingNode() || sent.isNull() || sent.equals(shown);
  }
}
