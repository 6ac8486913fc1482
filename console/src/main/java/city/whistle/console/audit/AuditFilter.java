package city.whistle.console.audit;

import city.whistle.workers.calendar.CityTime;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which lines to list; it is the list's URL. Null leaves a criterion out.
 *
 * @param kind {@code actions}, {@code looks} or {@code signIns}
 * @param who id of a person
 * @param number of a case
 * @param from the first day
 * @param to the last day
 * @param before id of the last line of the page before
 */
public record AuditFilter(
    String kind, String who, String number, LocalDate from, LocalDate to, Long before) {

  static final String ACTIONS = "actions";
  static final String LOOKS = "looks";
  static final String SIGN_INS = "signIns";

  static final List<String> KINDS = List.of(ACTIONS, LOOKS, SIGN_INS);

  /** Of one case's actions. */
  public static AuditFilter ofCase(String number) {
    return new AuditFilter(ACTIONS, null, number, null, null, null);
  }

  /** Of what one person did. */
  public static AuditFilter ofPerson(String id) {
    return new AuditFilter(ACTIONS, id, null, null, null, null);
  }

  static AuditFilter of(
      String kind, String who, String number, String from, String to, String before) {
    return new AuditFilter(
        KINDS.contains(kind) ? kind : ACTIONS,
        text(who),
        text(number),
        day(from),
        day(to),
        before == null || !before.matches("\\d{1,18}") ? null : Long.valueOf(before));
  }

  private static String text(String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static LocalDate day(String value) {
    try {
      return text(value) == null ? null : LocalDate.parse(value.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  AuditFilter withKind(String other) {
    return new AuditFilter(other, who, number, from, to, null);
  }

  AuditFilter before(long id) {
    return new AuditFilter(kind, who, number, from, to, id);
  }

  OffsetDateTime begins() {
    return from == null ? null : from.atStartOfDay(CityTime.ZONE).toOffsetDateTime();
  }

  OffsetDateTime ends() {
    return to == null ? null : to.plusDays(1).atStartOfDay(CityTime.ZONE).toOffsetDateTime();
  }

  /**
   * The question with its named parameters set: {@code who}, {@code number}, {@code from}, {@code
   * to}, {@code before} and {@code max}.
   */
  StatementSpec asked(StatementSpec question, int max) {
    return question
        .param("who", who)
        .param("number", number)
        .param("from", begins(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("to", ends(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("before", before, Types.BIGINT)
        .param("max", max);
  }

  String path() {
    return path("/audit");
  }

  AuditFilter fromTheFirst() {
    return new AuditFilter(kind, who, number, from, to, null);
  }

  private String path(String page) {
    UriComponentsBuilder path = UriComponentsBuilder.fromPath(page).queryParam("kind", kind);
    add(path, "who", who);
    add(path, "number", number);
    add(path, "from", from);
    add(path, "to", to);
    add(path, "before", before);
    return path.encode().build().toUriString();
  }

  private static void add(UriComponentsBuilder path, String name, Object value) {
    if (value != null) {
      path.queryParam(name, value);
    }
  }
}
