package city.whistle.console.tasks;

import city.whistle.workers.calendar.CityTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of the list ended.
 *
 * @param limited whether its last task has a limit
 * @param at that limit; without one, since when the task is there
 * @param key the task's
 */
record WorkCursor(boolean limited, OffsetDateTime at, long key) {

  private static final Pattern TEXT = Pattern.compile("(by|since)-(\\d{1,14})-(\\d{1,18})");

  static WorkCursor after(WorkTask last) {
    return new WorkCursor(last.isLimited(), last.orderedBy(), last.key());
  }

  static Optional<WorkCursor> of(String text) {
    Matcher parts = TEXT.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new WorkCursor(
            parts.group(1).equals("by"),
            Instant.ofEpochMilli(Long.parseLong(parts.group(2)))
                .atZone(CityTime.ZONE)
                .toOffsetDateTime(),
            Long.parseLong(parts.group(3))));
  }

  String text() {
    return "%s-%d-%d".formatted(limited ? "by" : "since", at.toInstant().toEpochMilli(), key);
  }

  boolean isBefore(WorkTask task) {
    if (limited != task.isLimited()) {
      return limited;
    }
    int order = at.toInstant().compareTo(task.orderedBy().toInstant());
    return order < 0 || order == 0 && task.key() > key;
  }
}
