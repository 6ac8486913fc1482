package city.whistle.workers.burst;

import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of matters and of the cases that belong to them. */
@Component
public class MatterStore {

  private final JdbcClient jdbc;
  private final CityTime time;

  MatterStore(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** False where one of this category and place is open. */
  boolean insert(Matter matter) {
    return jdbc.sql(
                """
                insert into registry.matter (id, number, category_code, category_name, district_code, street_code,
                  found_at, since, seen, expected) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing\
                """)
            .params(
                matter.id(),
                matter.number(),
                matter.categoryCode(),
                matter.categoryName(),
                matter.districtCode(),
                matter.streetCode(),
                matter.foundAt(),
                matter.since(),
                matter.seen(),
                matter.expected())
            .update()
        == 1;
  }

  /** Complaints of open matters that came since these were found join them. */
  void join() {
    jdbc.sql(
            """
            insert into registry.matter_case (case_id, matter_id, joined_at)
            select f.id, m.id, ? from registry.matter m join registry.case_file f
              on f.received_at > m.since and f.category_code = m.category_code
                and f.district_code = m.district_code and f.street_code is not distinct from m.street_code
            where m.closed_at is null and not f.confidential on conflict do nothing\
            """)
        .param(time.now())
        .update();
  }

  /** Ties it to its process; false where another instance has it. */
  boolean bind(UUID id, long processInstanceKey) {
    return jdbc.sql(
                """
                update registry.matter set process_instance_key = :key
                where id = :id and (process_instance_key is null or process_instance_key = :key)\
                """)
            .param("key", processInstanceKey)
            .param("id", id)
            .update()
        == 1;
  }

  void close(UUID id, String decision, String note, String whistleNumber) {
    jdbc.sql(
            """
            update registry.matter set decision = ?, note = ?, whistle_number = ?, closed_at = ?
            where id = ? and closed_at is null\
            """)
        .params(decision, note, whistleNumber, time.now(), id)
        .update();
  }

  /**
   * @throws IllegalArgumentException where there is no such matter
   */
  Matter get(UUID id) {
    return jdbc.sql("select * from registry.matter where id = ?")
        .param(id)
        .query(MatterStore::read)
        .optional()
        .orElseThrow(() -> new IllegalArgumentException("the registry has no such matter"));
  }

  public Optional<Matter> byNumber(String number) {
    return jdbc.sql("select * from registry.matter where number = ?")
        .param(number)
        .query(MatterStore::read)
        .optional();
  }

  /**
   * Open ones first, then the newest.
   *
   * @param places codes of the places that are shown; null for all
   * @param openOnly whether those that are closed are left out
   */
  public List<Matter> list(Collection<String> places, boolean openOnly, int max) {
    return jdbc.sql(
            """
            select * from registry.matter
            where (not :openOnly or closed_at is null)
              and (:places::text[] is null or coalesce(street_code, district_code) = any(:places::text[]))
            order by closed_at is not null, found_at desc, id limit :max\
            """)
        .param("openOnly", openOnly)
        .param("places", places == null ? null : places.toArray(String[]::new))
        .param("max", max)
        .query(MatterStore::read)
        .list();
  }

  public int count(UUID id) {
    return jdbc.sql("select count(*) from registry.matter_case where matter_id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  /** Its cases, the latest first. */
  public List<UUID> cases(UUID id, int max) {
    return jdbc.sql(
            """
            select m.case_id from registry.matter_case m join registry.case_file f on f.id = m.case_id
            where m.matter_id = ? order by f.received_at desc, f.id limit ?\
            """)
        .params(id, max)
        .query(UUID.class)
        .list();
  }

  private static Matter read(ResultSet row, int n) throws SQLException {
    return new Matter(
        row.getObject("id", UUID.class),
        row.getString("number"),
        row.getString("category_code"),
        row.getString("category_name"),
        row.getString("district_code"),
        row.getString("street_code"),
        time(row, "found_at"),
        time(row, "since"),
        row.getInt("seen"),
        row.getDouble("expected"),
        row.getString("decision"),
        row.getString("note"),
        row.getString("whistle_number"),
        time(row, "closed_at"));
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return CityTime.inCity(row.getObject(column, OffsetDateTime.class));
  }
}
