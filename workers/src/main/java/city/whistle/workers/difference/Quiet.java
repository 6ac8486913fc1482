package city.whistle.workers.difference;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.timeline.Timeline;
import city.whistle.workers.timeline.TimelineEntry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Tells what is out of order from what is just being done: registry and engine are one within
 * seconds, whatever has not moved for minutes stays as it is.
 */
@Component
class Quiet {

  private static final Duration MOVES_WITHIN = Duration.ofMinutes(5);

  private final Timeline timeline;
  private final CityTime time;

  Quiet(Timeline timeline, CityTime time) {
    this.timeline = timeline;
    this.time = time;
  }

  /** Neither since it came, nor since its last line, did anything happen to it. */
  boolean isQuiet(Subject subject) {
    UUID told =
        subject.number() == null || subject.caseId() != null ? subject.caseId() : subject.id();
    return isPast(subject.since())
        && isPast(subject.overAt())
        && lastLines(told).allMatch(this::isPast);
  }

  private Stream<OffsetDateTime> lastLines(UUID subject) {
    return subject == null
        ? Stream.empty()
        : timeline.newest(subject, Integer.MAX_VALUE, 1).stream().map(TimelineEntry::at);
  }

  /** A time that is far ahead was written under another clock, and is past, too. */
  boolean isPast(OffsetDateTime at) {
    return at == null || Duration.between(at, time.now()).abs().compareTo(MOVES_WITHIN) >= 0;
  }
}
