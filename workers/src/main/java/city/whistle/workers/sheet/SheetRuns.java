package city.whistle.workers.sheet;

import city.whistle.workers.calendar.CityTime;
import city.whistle.workers.json.JsonText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of files that were brought; the newest are kept. */
@Component
class SheetRuns {

  static final int WAITING_MAX = 10;
  private static final int KEPT = 50;

  private final JdbcClient jdbc;
  private final CityTime time;
  private final JsonText json;

  SheetRuns(JdbcClient jdbc, CityTime time, JsonText json) {
    this.jdbc = jdbc;
    this.time = time;
    this.json = json;
  }

  UUID insert(SheetKind kind, String who, byte[] content, boolean apply) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into registry.sheet_run (id, kind, who, content, apply, state, brought_at)
            values (?, ?, ?, ?, ?, 'waiting', ?)\
            """)
        .params(id, kind.wireName(), who, content, apply, time.now())
        .update();
    jdbc.sql(
            """
            delete from registry.sheet_run where state <> 'waiting' and id not in
              (select id from registry.sheet_run order by brought_at desc, id limit ?)\
            """)
        .param(KEPT)
        .update();
    return id;
  }

  int waiting() {
    return jdbc.sql("select count(*) from registry.sheet_run where state = 'waiting'")
        .query(Integer.class)
        .single();
  }

  Optional<SheetRun> find(UUID id) {
    return jdbc.sql(
            """
            select r.*, coalesce(p.done, 0) as done, coalesce(p.total, 0) as total
            from registry.sheet_run r left join registry.sheet_progress p on p.run_id = r.id where r.id = ?\
            """)
        .param(id)
        .query(this::read)
        .optional();
  }

  /** The last brought first, without what came of them. */
  List<SheetRun> newest(int max) {
    return jdbc.sql(
            """
            select r.id, r.kind, r.who, r.apply, r.state, null as result, r.brought_at, r.ended_at, 0 as done, 0 as total
            from registry.sheet_run r order by brought_at desc, id limit ?\
            """)
        .param(max)
        .query(this::read)
        .list();
  }

  /**
   * The one that waits longest and nobody works on, held until the caller's transaction ends; its
   * key isn't, which the rows of progress refer to.
   */
  Optional<SheetRun> take() {
    return jdbc.sql(
            """
            select r.*, 0 as done, 0 as total from registry.sheet_run r
            where state = 'waiting' order by brought_at, id limit 1 for no key update skip locked\
            """)
        .query(this::read)
        .optional();
  }

  byte[] content(UUID id) {
    return jdbc.sql("select content from registry.sheet_run where id = ?")
        .param(id)
        .query(byte[].class)
        .single();
  }

  /** Has a file that was looked at imported; false where it isn't in that state. */
  boolean apply(UUID id) {
    return jdbc.sql(
                """
                update registry.sheet_run set apply = true, state = 'waiting'
                where id = ? and state = 'checked'\
                """)
            .param(id)
            .update()
        == 1;
  }

  /**
   * @param result null where the program failed
   */
  void ended(UUID id, String state, SheetResult result) {
    jdbc.sql(
            """
            update registry.sheet_run set state = :state, result = :result::json, ended_at = :now,
              content = case when :state = 'checked' then content else ''::bytea end
            where id = :id\
            """)
        .param("state", state)
        .param("result", result == null ? null : json.write(result))
        .param("now", time.now())
        .param("id", id)
        .update();
  }

  void progress(UUID id, int done, int total) {
    jdbc.sql(
            """
            insert into registry.sheet_progress (run_id, done, total) values (?, ?, ?)
            on conflict (run_id) do update set done = excluded.done, total = excluded.total\
            """)
        .params(id, done, total)
        .update();
  }

  private SheetRun read(ResultSet row, int n) throws SQLException {
    String result = row.getString("result");
    return new SheetRun(
        row.getObject("id", UUID.class),
        SheetKind.of(row.getString("kind")).orElseThrow(),
        row.getString("who"),
        row.getBoolean("apply"),
        row.getString("state"),
        row.getInt("done"),
        row.getInt("total"),
        result == null ? null : json.read(result, SheetResult.class),
        CityTime.inCity(row.getObject("brought_at", OffsetDateTime.class)),
        CityTime.inCity(row.getObject("ended_at", OffsetDateTime.class)));
  }
}
