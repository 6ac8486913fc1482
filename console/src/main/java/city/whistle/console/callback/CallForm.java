package city.whistle.console.callback;

import city.whistle.console.layout.Problems;
import city.whistle.workers.calendar.CityTime;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the agent has noted of a call; empty where he hasn't.
 *
 * @param result {@code answered}, or why not: {@code noAnswer}, {@code later}, {@code refused},
 *     {@code wrongNumber}
 * @param contacted {@code yes} or {@code no}
 * @param callAt when to call again, in the city's time
 */
public record CallForm(
    String result,
    String contacted,
    String settled,
    String satisfied,
    String comment,
    String callAt) {

  static final CallForm EMPTY = new CallForm(null, null, null, null, null, null);

  private static final String ANSWERED = "answered";
  private static final String LATER = "later";
  private static final Set<String> NOT_ANSWERED =
      Set.of("noAnswer", LATER, "refused", "wrongNumber");
  private static final int COMMENT_MAX = 1000;
  private static final Duration LATEST = Duration.ofDays(3);

  public CallForm {
    result = said(result);
    contacted = said(contacted);
    settled = said(settled);
    satisfied = said(satisfied);
    comment = said(comment);
    callAt = said(callAt);
  }

  private static String said(String text) {
    return text == null ? "" : text;
  }

  /** As the task's form wants it; what is missing is told at its field. */
  Map<String, Object> values(OffsetDateTime now, Problems problems) {
    Map<String, Object> values = new HashMap<>();
    if (result.equals(ANSWERED)) {
      answered(values, problems);
    } else if (NOT_ANSWERED.contains(result)) {
      values.put(ANSWERED, false);
      values.put("noAnswer", result);
      if (result.equals(LATER)) {
        again(now, problems).ifPresent(at -> values.put("callAt", at.toString()));
      }
    } else {
      problems.add("result", "callback.wrong.result");
    }
    return values;
  }

  private void answered(Map<String, Object> values, Problems problems) {
    values.put(ANSWERED, true);
    require(contacted, Set.of("yes", "no"), problems, "contacted", "callback.wrong.contacted");
    require(
        settled, Set.of("settled", "partly", "not"), problems, "settled", "callback.wrong.settled");
    require(
        satisfied,
        Set.of("satisfied", "basically", "not"),
        problems,
        "satisfied",
        "callback.wrong.satisfied");
    if (comment.length() > COMMENT_MAX) {
      problems.add("comment", "callback.wrong.comment");
    }
    values.put("contacted", contacted.equals("yes"));
    values.put("settled", settled);
    values.put("satisfied", satisfied);
    if (!comment.isBlank()) {
      values.put("comment", comment);
    }
  }

  private static void require(
      String value, Set<String> known, Problems problems, String field, String key) {
    if (!known.contains(value)) {
      problems.add(field, key);
    }
  }

  private Optional<OffsetDateTime> again(OffsetDateTime now, Problems problems) {
    try {
      OffsetDateTime at = LocalDateTime.parse(callAt).atZone(CityTime.ZONE).toOffsetDateTime();
      if (at.isAfter(now) && !at.isAfter(now.plus(LATEST))) {
        return Optional.of(at);
      }
    } catch (DateTimeParseException unreadable) {
      // told below, as a time that can't be
    }
    problems.add("callAt", "callback.wrong.callAt");
    return Optional.empty();
  }

  /** Shows nothing of its content. */
  @Override
  public String toString() {
    return "CallForm[" + result + "]";
  }
}
