package city.whistle.workers.api;

import city.whistle.workers.timeline.TimelineEntry;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;

/** A line of a timeline as the API shows it. */
record TimelineLine(
    int seq, OffsetDateTime at, String who, String what, String why, @JsonRawValue String details) {

  static TimelineLine of(TimelineEntry entry) {
    return new TimelineLine(
        entry.seq(), entry.at(), entry.who(), entry.what(), entry.why(), entry.details());
  }
}
