package city.whistle.workers.resident;

import city.whistle.workers.calendar.CityTime;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw, or was refused, which part of a resident's data. The database keeps every line. */
@Component
public class AccessLog {

  /** What a line says, as SQL over its row. */
  public static final String LINE_TEXT =
      """
      json_build_array(id, case_id, part, who, reason, found, (extract(epoch from at) * 1000000)::bigint,
        reveal, client_id, unit_code, refused)::text\
      """;

  private final JdbcClient jdbc;
  private final CityTime time;
  private final ApplicationEventPublisher events;

  AccessLog(JdbcClient jdbc, CityTime time, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.time = time;
    this.events = events;
  }

  /** By which a line is known; nobody without the key can make it. */
  public static byte[] digest(String lineText, MasterKey key) {
    return key.mac("look", lineText.getBytes(StandardCharsets.UTF_8));
  }

  void looked(UUID caseId, VaultPart part, VaultAccess access, boolean found) {
    add(caseId, part.name(), access, found, false);
  }

  /** Notes that something was shown that isn't a part of the vault. */
  public void shown(UUID caseId, String what, VaultAccess access) {
    add(caseId, what, access, true, false);
  }

  /** Notes that of a kind of parts there was none. */
  public void absent(UUID caseId, String kind, VaultAccess access) {
    add(caseId, kind, access, false, false);
  }

  /**
   * Notes that a part was not shown.
   *
   * @param part its name, or that of a kind of parts
   */
  public void refused(UUID caseId, String part, VaultAccess access) {
    add(caseId, part, access, false, true);
  }

  private void add(UUID caseId, String part, VaultAccess access, boolean found, boolean refused) {
    String text =
        jdbc.sql(
                """
                insert into registry.vault_access
                  (case_id, part, who, reason, found, at, reveal, client_id, unit_code, refused)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning\s"""
                    + LINE_TEXT)
            .params(
                caseId,
                part,
                access.who(),
                access.reason(),
                found,
                time.now(),
                access.reveal(),
                access.clientId(),
                access.unitCode(),
                refused)
            .query(String.class)
            .single();
    events.publishEvent(new LineAdded(caseId, text));
  }

  /**
   * Lines of a case, oldest first.
   *
   * @param after the id of the last line seen; 0 for none
   */
  public List<Line> of(UUID caseId, long after, int max) {
    return jdbc.sql(
            "select * from registry.vault_access where case_id = ? and id > ? order by id limit ?")
        .params(caseId, after, max)
        .query(AccessLog::read)
        .list();
  }

  /** Lines of all cases, newest first. */
  public List<CaseLine> search(Search search, int max) {
    return jdbc.sql(
            """
            select * from registry.vault_access
            where (:who::text is null or who = :who) and (:case::uuid is null or case_id = :case)
              and (:from::timestamptz is null or at >= :from) and (:to::timestamptz is null or at < :to)
              and (:before::bigint is null or id < :before)
            order by id desc limit :max\
            """)
        .param("who", search.who())
        .param("case", search.caseId(), Types.OTHER)
        .param("from", search.from(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("to", search.to(), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("before", search.before(), Types.BIGINT)
        .param("max", max)
        .query((row, n) -> new CaseLine(row.getObject("case_id", UUID.class), read(row, n)))
        .list();
  }

  /**
   * How often somebody asked within {@code span}, and since when. Looks under a clock that was
   * ahead by more than that don't count, or nobody could look until it is reached.
   *
   * @param who null for all that ask by the client
   */
  public Usage usage(String clientId, String who, Duration span) {
    return jdbc.sql(
            """
            select count(distinct reveal) as times, min(at) as first from registry.vault_access
            where client_id = :client and at > :from and at <= :to and (:who::text is null or who = :who)""")
        .param("client", clientId)
        .param("from", time.now().minus(span))
        .param("to", time.now().plus(span))
        .param("who", who)
        .query(
            (row, n) ->
                new Usage(
                    row.getInt("times"),
                    Optional.ofNullable(row.getObject("first", OffsetDateTime.class))))
        .single();
  }

  private static Line read(ResultSet row, int n) throws SQLException {
    return new Line(
        row.getLong("id"),
        row.getObject("reveal", UUID.class),
        CityTime.inCity(row.getObject("at", OffsetDateTime.class)),
        row.getString("who"),
        row.getString("client_id"),
        row.getString("unit_code"),
        row.getString("reason"),
        row.getString("part"),
        row.getBoolean("found"),
        row.getBoolean("refused"));
  }

  /**
   * One part that somebody asked to see.
   *
   * @param reveal null, like {@code clientId}, where the system itself read
   * @param unitCode null for the hotline or the centre
   * @param found whether there was such a part to be seen
   */
  public record Line(
      long id,
      UUID reveal,
      OffsetDateTime at,
      String who,
      String clientId,
      String unitCode,
      String reason,
      String part,
      boolean found,
      boolean refused) {}

  /** A line, and whose case it is. */
  public record CaseLine(UUID caseId, Line line) {}

  /**
   * Which lines; null leaves a criterion out.
   *
   * @param from at or after
   * @param to before
   * @param before lines older than the one of this id
   */
  public record Search(
      String who, UUID caseId, OffsetDateTime from, OffsetDateTime to, Long before) {}

  /** Published in the transaction that adds a line, so that it is sealed with it. */
  public record LineAdded(UUID caseId, String text) {}

  /** How many times, and when the first of them was. */
  public record Usage(int times, Optional<OffsetDateTime> first) {}
}
