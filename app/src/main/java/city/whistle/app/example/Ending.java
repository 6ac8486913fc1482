package city.whistle.app.example;

import java.util.ArrayList;
import java.util.List;

/**
 * How a played example ended.
 *
 * @param number of its case, or of its whistle
 */
public record Ending(String number, Expected state) {

  /** The line that a demonstration ends with. */
  @Override
  public String toString() {
    String matter = state.route() == null ? "whistle" : "case";
    List<String> parts = new ArrayList<>();
    if (state.answer() != null && state.status().equals("closed")) {
      parts.add(said(state.answer()));
    }
    for (Expected.Whistle whistle : state.whistles()) {
      parts.add("%d of %d units reported".formatted(whistle.reported(), whistle.units()));
    }
    String what = "%s %s %s".formatted(matter, number, state.status());
    return parts.isEmpty() ? what : what + ": " + String.join(", ", parts);
  }

  private static String said(Expected.Answer answer) {
    return answer.answered()
        ? "contacted=%s settled=%s satisfied=%s"
            .formatted(
                answer.contacted() ? "yes" : "no",
                yes(answer.settled(), "settled"),
                yes(answer.satisfied(), "satisfied"))
        : "nobody answered the callback";
  }

  private static String yes(String answer, String best) {
    return answer.equals(best) ? "yes" : answer;
  }
}
