package city.whistle.console.lanes;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A lane.
 *
 * @param community null where it isn't known, as is {@code lengthMetres}
 * @param today who holds which post today, the chief first
 * @param others who held one before or will, the newest first
 * @param late turns of late that are due or were missed, by rhythm, the newest first
 * @param patrols the last walked first, at most ten
 * @param cases open ones, the last received first, at most twenty
 * @param scores the newest first
 * @param changes how its class was lost and came back, the earliest first
 * @param judged how units' work here was judged in the last year
 * @param form for who may say who holds which post; null for others
 */
public record LanePage(
    LanesPage.Row row,
    String streetCode,
    String community,
    Integer lengthMetres,
    List<Holder> today,
    List<Holder> others,
    List<Late> late,
    List<Walk> patrols,
    List<CaseLink> cases,
    boolean moreCases,
    List<Score> scores,
    List<Change> changes,
    List<Judged> judged,
    Form form,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /**
   * Somebody who holds a post.
   *
   * @param post last part of its message's key
   * @param id of the account
   * @param to the first day on which he holds it no more; null without an end
   */
  public record Holder(String post, String id, String name, LocalDate from, LocalDate to) {}

  /**
   * A turn that nobody did yet.
   *
   * @param state {@code due} or {@code missed}
   * @param to its last day
   */
  public record Late(String name, String nameEn, String state, LocalDate from, LocalDate to) {}

  /**
   * A patrol.
   *
   * @param disorder null where nothing was found, as is {@code what}
   * @param state last part of its message's key
   */
  public record Walk(
      String number,
      OffsetDateTime at,
      String disorder,
      String disorderEn,
      String what,
      String state) {}

  /**
   * A case.
   *
   * @param owner null until dispatched
   */
  public record CaseLink(
      String number, String title, String state, String owner, OffsetDateTime settleBy) {}

  /** What a third party scored. */
  public record Score(String period, boolean quarter, BigDecimal score) {}

  /** Its class was lost, or came back. */
  public record Change(LocalDate on, boolean holds, String period) {}

  /** How a unit's work was judged, on the whole. */
  public record Judged(String unit, int times, double mean) {}

  /**
   * What was filled in.
   *
   * @param posts that there are
   * @param people who may be chosen: ids with names
   * @param leaving who holds a post today or will: to be relieved
   */
  public record Form(
      String post,
      String person,
      String from,
      List<String> posts,
      List<Choice> people,
      List<Holder> leaving) {}

  /** Somebody to choose. */
  public record Choice(String id, String name) {}
}
