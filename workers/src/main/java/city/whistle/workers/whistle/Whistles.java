package city.whistle.workers.whistle;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.number.DailyNumbers;
import city.whistle.workers.number.DailyNumbers.Series;
import city.whistle.workers.timeline.RecordSeals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of whistles; each change is sealed, in the caller's transaction. */
@Component
class Whistles {

  static final String STATE =
      """
      select w.*, exists (select from registry.summons s where s.whistle_id = w.id) as issued
      from registry.whistle w\s"""
          .indent(0)
          .replace('\n', ' ');

  private final JdbcClient jdbc;
  private final CityTime time;
  private final DailyNumbers numbers;
  private final RecordSeals seals;

  Whistles(JdbcClient jdbc, CityTime time, DailyNumbers numbers, RecordSeals seals) {
    this.jdbc = jdbc;
    this.time = time;
    this.numbers = numbers;
    this.seals = seals;
  }

  WhistleVariable insert(WhistleDraft draft) {
    return insert(draft, Request.NONE).orElseThrow();
  }

  /** Empty where the client blew its whistle of that number before. */
  Optional<WhistleVariable> insert(WhistleDraft draft, Request request) {
    OffsetDateTime now = time.now();
    UUID id = UUID.randomUUID();
    seals.touch(id);
    int rows =
        jdbc.sql(
                """
                insert into registry.whistle (id, number, kind, street_code, case_id, cross_district, reason, place,
                  units, client_id, external_id, request_digest, blown_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (client_id, external_id) do nothing\
                """)
            .params(
                id,
                numbers.next(Series.WHISTLE, now.toLocalDate()),
                draft.kind(),
                draft.streetCode(),
                draft.caseId(),
                draft.crossDistrict(),
                draft.reason(),
                draft.place(),
                draft.units().toArray(String[]::new),
                request.clientId(),
                request.externalId(),
                request.digest(),
                now)
            .update();
    return rows == 1 ? find(id) : Optional.empty();
  }

  /**
   * Ties the whistle to its process instance; false where another instance has it, or there is no
   * such whistle.
   */
  boolean bind(UUID id, long processInstanceKey) {
    return jdbc.sql(
                """
                update registry.whistle set process_instance_key = :key
                where id = :id and (process_instance_key is null or process_instance_key = :key)\
                """)
            .param("key", processInstanceKey)
            .param("id", id)
            .update()
        == 1;
  }

  Optional<WhistleVariable> find(UUID id) {
    return jdbc.sql("select * from registry.whistle where id = ?")
        .param(id)
        .query(Whistles::read)
        .optional();
  }

  Optional<WhistleState> state(String number) {
    return jdbc.sql(STATE + "where w.number = ?")
        .param(number)
        .query(Whistles::readState)
        .optional();
  }

  /** The last blown first. */
  List<WhistleState> ofCase(UUID caseId) {
    return jdbc.sql(STATE + "where w.case_id = ? order by w.blown_at desc, w.id")
        .param(caseId)
        .query(Whistles::readState)
        .list();
  }

  static WhistleState readState(ResultSet row, int n) throws SQLException {
    return new WhistleState(
        read(row, n),
        CityTime.inCity(row.getObject("blown_at", OffsetDateTime.class)),
        row.getObject("approved", Boolean.class),
        CityTime.inCity(row.getObject("ended_at", OffsetDateTime.class)),
        row.getBoolean("issued"));
  }

  Optional<WhistleVariable> byExternalId(String clientId, String externalId) {
    return jdbc.sql("select * from registry.whistle where client_id = ? and external_id = ?")
        .params(clientId, externalId)
        .query(Whistles::read)
        .optional();
  }

  byte[] requestDigest(UUID id) {
    return jdbc.sql("select request_digest from registry.whistle where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** One unit more is called; false where it was called before, also a moment ago. */
  boolean addUnit(UUID id, String unitCode) {
    seals.touch(id);
    return jdbc.sql(
                """
                update registry.whistle set units = array_append(units, :unit)
                where id = :id and not :unit = any(units)\
                """)
            .param("unit", unitCode)
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * @param score sheet of the whistle as JSON; null for none
   */
  void ended(UUID id, Boolean approved, String score) {
    seals.touch(id);
    jdbc.sql(
            "update registry.whistle set approved = ?, score = ?::jsonb, ended_at = ? where id = ?")
        .params(approved, score, time.now(), id)
        .update();
  }

  private static WhistleVariable read(ResultSet row, int n) throws SQLException {
    return new WhistleVariable(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("kind"),
        row.getString("street_code"),
        row.getObject("case_id", UUID.class),
        row.getString("reason"),
        row.getString("place"),
        units(row),
        row.getBoolean("cross_district"),
        null,
        null,
        null);
  }

  private static List<String> units(ResultSet row) throws SQLException {
    return Arrays.asList((String[]) row.getArray("units").getArray());
  }

  /** Which client asked, under which number of its own; all null for a whistle of a process. */
  record Request(String clientId, String externalId, byte[] digest) {

    static final Request NONE = new Request(null, null, null);
  }
}
