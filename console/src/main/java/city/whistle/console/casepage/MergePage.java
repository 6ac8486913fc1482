package city.whistle.console.casepage;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import city.whistle.workers.intake.SimilarCases.Similar;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * Having a case follow another about the same matter, or parting it from that.
 *
 * @param follows number of the case that it follows; null where it follows none
 * @param similar open cases that may be about the same matter
 * @param into the number that was chosen; empty before
 */
public record MergePage(
    String number,
    String title,
    String follows,
    List<Like> similar,
    String into,
    String reason,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /** The number where it is none of the offered. */
  public String other() {
    return similar.stream().anyMatch(like -> like.number().equals(into)) ? "" : into;
  }

  static Like like(Similar like) {
    return new Like(
        like.number(),
        like.title(),
        like.status().wireName(),
        like.owner(),
        like.receivedAt(),
        like.same());
  }

  /**
   * A case that may be about the same matter.
   *
   * @param state last part of its message's key
   * @param owner null until dispatched
   * @param same whether address or title are the same
   */
  public record Like(
      String number,
      String title,
      String state,
      String owner,
      OffsetDateTime receivedAt,
      boolean same) {}
}
