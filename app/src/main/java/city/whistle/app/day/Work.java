package city.whistle.app.day;

import io.camunda.client.api.search.response.UserTask;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A task that somebody has.
 *
 * @param subject what it is about, by its tag such as {@code case:20261201-000001}
 * @param chance by which the same task has the same fate each time
 * @param story of the case that it is about; empty where it is about none
 * @param times how often the same group had this task of the same subject before
 */
record Work(UserTask task, String subject, long chance, Optional<Story> story, int times) {

  String element() {
    return task.getElementId();
  }

  /** The group whose task it is. */
  String group() {
    return task.getCandidateGroups().isEmpty() ? "" : task.getCandidateGroups().get(0);
  }

  Instant created() {
    return task.getCreationDate().toInstant();
  }

  /** How long there is for it; empty where no time is set. */
  Optional<Duration> limit() {
    return Optional.ofNullable(task.getDueDate())
        .map(OffsetDateTime::toInstant)
        .map(due -> Duration.between(created(), due));
  }

  /** Chance's name for a decision about this task. */
  String purpose(String decision) {
    return "%s/%s/%d/%s".formatted(element(), group(), times, decision);
  }
}
