package city.whistle.workers.api;

import city.whistle.workers.intake.SimilarCases.Similar;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/**
 * An open case that may be about the same matter.
 *
 * @param owner its unit's name; left out until dispatched
 * @param same whether address or title are the same
 * @param alike whether they share at least half of their words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SimilarCase(
    String number,
    String title,
    String status,
    String owner,
    OffsetDateTime receivedAt,
    boolean same,
    boolean alike) {

  static SimilarCase of(Similar similar) {
    return new SimilarCase(
        similar.number(),
        similar.title(),
        similar.status().wireName(),
        similar.owner(),
        similar.receivedAt(),
        similar.same(),
        similar.alike());
  }
}
