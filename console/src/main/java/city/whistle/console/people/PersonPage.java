package city.whistle.console.people;

import city.whistle.console.layout.Page;
import city.whistle.console.layout.Problems;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;

/**
 * One person with the roles of all times.
 *
 * @param state {@code ready}, {@code invited} or {@code disabled}
 * @param bound whether it is bound to somebody at the identity provider
 * @param locked for how long he can't sign in, after wrong passwords; null where he can
 * @param link a one-time link that was just made; null otherwise
 * @param form what was typed into the form for a further role
 */
public record PersonPage(
    String id,
    String name,
    String state,
    boolean bound,
    Duration locked,
    List<Held> held,
    String link,
    RoleForm form,
    List<String> roles,
    Problems problems)
    implements Page {

  @Override
  public HttpStatus status() {
    return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
  }

  /**
   * A role that is, was or will be held.
   *
   * @param unit name of its unit; null for none
   * @param to null without an end
   */
  public record Held(
      String id, String role, String unit, LocalDate from, LocalDate to, boolean over) {}

  /** What was typed into the form for a further role; what a program left out is empty. */
  public record RoleForm(String role, String unit, String from, String to) {

    static final RoleForm EMPTY = new RoleForm("", "", "", "");

    public RoleForm {
      role = Objects.requireNonNullElse(role, "");
      unit = Objects.requireNonNullElse(unit, "");
      from = Objects.requireNonNullElse(from, "");
      to = Objects.requireNonNullElse(to, "");
    }
  }
}
