package city.whistle.workers.casefile;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Which cases to list; null leaves a criterion out.
 *
 * @param unit the owner's code; empty for cases that nobody has yet
 * @param from received at or after
 * @param to received before
 * @param afterTime with {@code afterId}, the last case of the page before
 * @param viewer who looks; null sees every case
 * @param openOnly whether cases that are over are left out
 * @param processes keys of the processes that they have
 * @param max how many at most
 */
public record CaseFilter(
    CaseStatus status,
    String unit,
    OffsetDateTime from,
    OffsetDateTime to,
    OffsetDateTime afterTime,
    UUID afterId,
    int max,
    CaseViewer viewer,
    boolean openOnly,
    List<Long> processes) {

  /** The same of cases that aren't over. */
  public CaseFilter open() {
    return new CaseFilter(status, unit, from, to, afterTime, afterId, max, viewer, true, processes);
  }

  public CaseFilter max(int other) {
    return new CaseFilter(
        status, unit, from, to, afterTime, afterId, other, viewer, openOnly, processes);
  }

  /** The same, of those alone that have one of these processes. */
  public CaseFilter of(List<Long> these) {
    return new CaseFilter(status, unit, from, to, afterTime, afterId, max, viewer, openOnly, these);
  }

  /** The same, going on after this case. */
  public CaseFilter after(CaseFile last) {
    return new CaseFilter(
        status, unit, from, to, last.receivedAt(), last.id(), max, viewer, openOnly, processes);
  }
}
