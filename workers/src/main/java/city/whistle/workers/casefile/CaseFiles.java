package city.whistle.workers.casefile;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.calendar.Limits;
import city.whistle.workers.json.JsonText;
import city.whistle.workers.number.DailyNumbers;
import city.whistle.workers.number.DailyNumbers.Series;
import city.whistle.workers.timeline.RecordSeals;
import city.whistle.workers.unit.UnitRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases, and writes their first row. */
@Component
public class CaseFiles {

  private static final String TAKES_PART =
      Sight.any(List.of(Sight.IT_TAKES_PART, Sight.IT_IS_SUMMONED));

  private final JdbcClient jdbc;
  private final JsonText json;
  private final DailyNumbers numbers;
  private final RecordSeals seals;

  CaseFiles(JdbcClient jdbc, JsonText json, DailyNumbers numbers, RecordSeals seals) {
    this.jdbc = jdbc;
    this.json = json;
    this.numbers = numbers;
    this.seals = seals;
  }

  /** Writes the row with the next number; false where the client used its own number before. */
  @Transactional
  public boolean insert(NewCase file) {
    seals.touch(file.id());
    return jdbc.sql(
                """
                insert into registry.case_file (id, number, client_id, external_id, request_digest, tracking_digest,
                  kind, channel, category_code, category_name, level, district_code, street_code, title,
                  confidential, signals, occurred_at, received_at, accused_unit, doubts, status)
                values (?, ?, ?, ?, ?, ?,
                  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, 'received')
                on conflict (client_id, external_id) do nothing\
                """)
            .params(
                file.id(),
                numbers.next(Series.CASE, file.receivedAt().toLocalDate()),
                file.clientId(),
                file.externalId(),
                file.requestDigest(),
                file.trackingDigest(),
                file.kind(),
                file.channel(),
                file.categoryCode(),
                file.categoryName(),
                file.level(),
                file.districtCode(),
                file.streetCode(),
                file.title(),
                file.confidential(),
                json.write(file.signals()),
                file.occurredAt(),
                file.receivedAt(),
                file.accusedUnit(),
                file.doubts().toArray(String[]::new))
            .update()
        == 1;
  }

  public Optional<CaseFile> find(UUID id) {
    return one("select * from registry.case_file where id = ?", id);
  }

  /**
   * @throws IllegalArgumentException where there is no such case
   */
  public CaseFile get(UUID id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("the registry has no case with id " + id));
  }

  /** Those of these ids, in their order; one that isn't there is left out. */
  public List<CaseFile> list(List<UUID> ids) {
    return jdbc.sql(
            """
            select f.* from unnest(:ids::uuid[]) with ordinality wanted (id, place)
            join registry.case_file f on f.id = wanted.id order by wanted.place\
            """)
        .param("ids", ids.toArray(UUID[]::new))
        .query(CaseFiles::read)
        .list();
  }

  public Optional<CaseFile> byNumber(String number) {
    return one("select * from registry.case_file where number = ?", number);
  }

  public Optional<CaseFile> byExternalId(String clientId, String externalId) {
    return one(
        "select * from registry.case_file where client_id = ? and external_id = ?",
        clientId,
        externalId);
  }

  public byte[] requestDigest(UUID id) {
    return jdbc.sql("select request_digest from registry.case_file where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** Cases in the order in which they came, after the one that {@code filter} names. */
  public List<CaseFile> list(CaseFilter filter) {
    return jdbc.sql(CaseListing.sql(filter))
        .params(viewer(filter.viewer()))
        .param("status", filter.status() == null ? null : filter.status().wireName())
        .param("unit", filter.unit())
        .param("from", filter.from())
        .param("to", filter.to())
        .param("afterTime", filter.afterTime())
        .param("afterId", filter.afterId())
        .param(
            "processes",
            filter.processes() == null ? null : filter.processes().toArray(Long[]::new))
        .param("max", filter.max())
        .query(CaseFiles::read)
        .list();
  }

  /** Whether the viewer may know of the case. */
  public boolean isSeenBy(UUID id, CaseViewer viewer) {
    return jdbc.sql(
            "select exists (select from registry.case_file f where f.id = :id and "
                + Sight.any()
                + ")")
        .params(viewer(viewer))
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Those of the cases that the viewer may know of. */
  public Set<UUID> seenOf(Collection<UUID> ids, CaseViewer viewer) {
    return Set.copyOf(
        jdbc.sql("select f.id from registry.case_file f where f.id = any(:ids) and " + Sight.any())
            .params(viewer(viewer))
            .param("ids", ids.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** Whether the unit was asked to take part in the case, or was summoned for it. */
  public boolean takesPart(UUID id, String unitCode) {
    return jdbc.sql("select " + TAKES_PART + " from (select :id::uuid as id) f")
        .param("id", id)
        .param("viewer", unitCode)
        .query(Boolean.class)
        .single();
  }

  private static Map<String, Object> viewer(CaseViewer viewer) {
    Map<String, Object> params = new HashMap<>();
    params.put("viewer", viewer == null ? null : viewer.unitCode());
    params.put("client", viewer == null ? null : viewer.clientId());
    params.put("units", viewer == null ? new String[0] : viewer.units().toArray(String[]::new));
    return params;
  }

  private Optional<CaseFile> one(String sql, Object... params) {
    return jdbc.sql(sql).params(params).query(CaseFiles::read).optional();
  }

  private static CaseFile read(ResultSet row, int n) throws SQLException {
    return new CaseFile(
        row.getObject("id", UUID.class),
        new CaseVariable(
            row.getString("number"),
            row.getString("kind"),
            row.getString("channel"),
            row.getString("category_code"),
            row.getString("category_name"),
            row.getString("level"),
            row.getString("district_code"),
            row.getString("street_code"),
            row.getString("title"),
            row.getBoolean("confidential") || row.getString("kind").equals(CaseFile.REPORT),
            row.getString("accused_unit"),
            doubts(row),
            null,
            null),
        row.getString("client_id"),
        row.getString("signals"),
        time(row, "received_at"),
        row.getObject("process_instance_key", Long.class),
        CaseStatus.of(row.getString("status")).orElseThrow(),
        owner(row),
        row.getInt("round"),
        new Limits(
            time(row, "sign_by"),
            time(row, "contact_by"),
            time(row, "warn_at"),
            time(row, "settle_by")),
        new ResidentAnswer(
            row.getObject("answered", Boolean.class),
            row.getObject("contacted", Boolean.class),
            row.getString("settled"),
            row.getString("satisfied")),
        time(row, "closed_at"),
        row.getObject("promised_by") == null
            ? null
            : new Promise(time(row, "promised_by"), time(row, "promise_moved_at")));
  }

  private static List<String> doubts(ResultSet row) throws SQLException {
    String[] doubts = (String[]) row.getArray("doubts").getArray();
    return doubts.length == 0 ? null : List.of(doubts);
  }

  private static UnitRef owner(ResultSet row) throws SQLException {
    String code = row.getString("owner_code");
    return code == null
        ? null
        : new UnitRef(code, row.getString("owner_name"), row.getString("owner_kind"));
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return CityTime.inCity(row.getObject(column, OffsetDateTime.class));
  }
}
