package city.whistle.console.audit;

import city.whistle.console.layout.Downloads;
import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Who did and saw what.
 *
 * @param kind {@code actions}, {@code looks} or {@code signIns}
 * @param kinds all, to choose from
 * @param form what was asked for, as it was typed
 * @param problems what of it can't be understood
 * @param next path of the next page; null on the last
 * @param opensCases whether the person may open cases
 */
public record AuditPage(
    String kind,
    List<Kind> kinds,
    Form form,
    Problems problems,
    List<Row> rows,
    String next,
    Downloads downloads,
    boolean opensCases)
    implements Page {

  /** First part of the keys of what was done or seen. */
  public String key() {
    return key(kind);
  }

  static String key(String kind) {
    return switch (kind) {
      case AuditFilter.LOOKS -> "resident.part.";
      case AuditFilter.SIGN_INS -> "signIn.by.";
      default -> "intervene.";
    };
  }

  /** A list to choose. */
  public record Kind(String name, String path, boolean chosen) {}

  /** What was asked for. */
  public record Form(String who, String number, String from, String to) {}

  /**
   * Something that somebody did or saw.
   *
   * @param id of the person, or the part of the system
   * @param name how the person is called
   * @param forName how he is called for whom the person stood in; null for himself
   * @param what what he did, or which part he saw: last part of its message's key
   * @param number of the case; null for none
   * @param target the task, incident or person; empty for none
   * @param outcome last part of its message's key
   * @param answer the words of who refused it; empty for none
   */
  public record Row(
      OffsetDateTime at,
      String id,
      String name,
      String forName,
      String what,
      String number,
      String target,
      String reason,
      String outcome,
      String answer) {}
}
