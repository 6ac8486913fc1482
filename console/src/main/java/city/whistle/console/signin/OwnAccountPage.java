package city.whistle.console.signin;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * One's own account.
 *
 * @param changesPassword whether he signs in by a password of ours
 */
public record OwnAccountPage(
    String id,
    String name,
    List<Held> roles,
    List<Session> sessions,
    boolean changesPassword,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /**
   * A role that he holds today.
   *
   * @param unit name of its unit; null for none
   * @param lender name of the one for whom he stands in; null where it is his own
   * @param to the last day; null without an end
   */
  public record Held(String role, String unit, String lender, LocalDate to) {}

  /**
   * A browser in which he is signed in.
   *
   * @param thisOne whether it is the one that asks
   */
  public record Session(OffsetDateTime since, OffsetDateTime lastUsed, boolean thisOne) {}
}
