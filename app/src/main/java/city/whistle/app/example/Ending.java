package city.whistle.app.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a played example ended.
 *
 * @param what of which it is: {@code Case}, {@code Whistle}, {@code Patrol}, {@code Theme} or
 *     {@code Burst}
 * @param number by which people know it
 */
public record Ending(String what, String number, Expected state) {

  /** The line that a demonstration ends with. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (state.answer() != null && state.status().equals("closed")) {
      parts.add(said(state.answer()));
    }
    for (Expected.Whistle whistle : state.whistles()) {
      parts.add("%d of %d units reported".formatted(whistle.reported(), whistle.units()));
    }
    if (state.callers() != null) {
      parts.add("%d people called".formatted(state.callers()));
    }
    if (state.mark() != null) {
      parts.add("the chief's mark is %d of 5".formatted(state.mark()));
    }
    if (state.asked() != null) {
      parts.add((state.figures() == null ? "exclusion " : "appeal ") + state.asked());
    }
    if (state.figures() != null) {
      parts.add(
          "the month's figures are %s in version %d"
              .formatted(state.figures().state(), state.figures().version()));
    }
    String end = "%s %s %s".formatted(what.toLowerCase(Locale.ROOT), number, state.status());
    return parts.isEmpty() ? end : end + ": " + String.join(", ", parts);
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
