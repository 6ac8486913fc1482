package city.whistle.app.day;

import city.whistle.app.day.Story.Answer;
import com.fasterxml.jackson.databind.JsonNode;

/** What a month's figures rest on. */
public record Sums(long valid, long contacted, long settled, long satisfied, long basically) {

  static final Sums NONE = new Sums(0, 0, 0, 0, 0);

  static Sums of(Answer answer) {
    return new Sums(
        1,
        one(answer.contacted()),
        one(answer.settled().equals("settled")),
        one(answer.satisfied().equals("satisfied")),
        one(answer.satisfied().equals("basically")));
  }

  static Sums of(JsonNode counts) {
    return new Sums(
        counts.path("valid").asLong(),
        counts.path("contacted").asLong(),
        counts.path("settled").asLong(),
        counts.path("satisfied").asLong(),
        counts.path("basically").asLong());
  }

  Sums plus(Sums other) {
    return new Sums(
        valid + other.valid,
        contacted + other.contacted,
        settled + other.settled,
        satisfied + other.satisfied,
        basically + other.basically);
  }

  private static int one(boolean counts) {
    return counts ? 1 : 0;
  }
}
