package city.whistle.console.supervision;

import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.workers.calendar.CityTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was frozen for many cases, and what came of each. */
@Component
class BulkStore {

  private static final Duration STARTED_WITHIN = Duration.ofHours(1);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration KEPT_FOR = Duration.ofDays(90);
  private static final int DRAFTS_MAX = 10;

  private final JdbcClient jdbc;
  private final CityTime time;

  BulkStore(JdbcClient jdbc, CityTime time) {
    this.jdbc = jdbc;
    this.time = time;
  }

  /** Freezes it. Of what a person didn't start, only the newest are kept. */
  @Transactional
  public UUID freeze(String who, String action, String list, boolean cutOff, List<Item> items) {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = time.now();
    jdbc.sql(
            """
            insert into console.bulk (id, who, action, list, cut_off, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(id, who, action, list, cutOff, now, now.plus(STARTED_WITHIN))
        .update();
    for (int i = 0; i < items.size(); i++) {
      add(id, i + 1, items.get(i));
    }
    jdbc.sql(
            """
            delete from console.bulk where started_at is null and id in (
              select id from console.bulk where who = ? and started_at is null
              order by created_at desc, id offset ?)\
            """)
        .params(who, DRAFTS_MAX)
        .update();
    return id;
  }

  private void add(UUID id, int n, Item item) {
    jdbc.sql(
            """
            insert into console.bulk_item (bulk_id, n, case_number, target_key, step, detail, state, answer)
            values (?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            n,
            item.number(),
            item.target(),
            item.step(),
            item.detail(),
            item.state().wireName(),
            item.answer())
        .update();
  }

  Optional<Bulk> find(UUID id) {
    return jdbc.sql("select * from console.bulk where id = ?")
        .param(id)
        .query(BulkStore::bulk)
        .optional();
  }

  /** Items in their order, from this place on. */
  List<Item> items(UUID id, int from, int max) {
    return jdbc.sql(
            "select * from console.bulk_item where bulk_id = ? and n >= ? order by n limit ?")
        .params(id, from, max)
        .query(BulkStore::item)
        .list();
  }

  /** How many items there are of each state. */
  Map<State, Integer> counts(UUID id) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    jdbc.sql("select state, count(*) as n from console.bulk_item where bulk_id = ? group by state")
        .param(id)
        .query((row, i) -> counts.put(state(row), row.getInt("n")))
        .list();
    return counts;
  }

  /**
   * Starts it, once; what isn't to be done is left out.
   *
   * @param left places of the items that are left out
   * @return false where it was started before, or may be no more
   */
  @Transactional
  public boolean start(UUID id, String to, String reason, Collection<Integer> left, String why) {
    boolean started =
        jdbc.sql(
                    """
                    update console.bulk set started_at = :now, given_to = :to, reason = :reason
                    where id = :id and started_at is null and expires_at > :now\
                    """)
                .param("now", time.now())
                .param("to", to)
                .param("reason", reason)
                .param("id", id)
                .update()
            == 1;
    if (started) {
      left.forEach(n -> outcome(id, n, State.LEFT, why));
    }
    return started;
  }

  /** The oldest that is to be worked on and that no other program works on; it is ours now. */
  Optional<Bulk> lease() {
    return jdbc.sql(
            """
            update console.bulk set leased_until = :until where id = (
              select id from console.bulk
              where started_at is not null and ended_at is null
                and (leased_until is null or leased_until < :now)
              order by started_at, id limit 1 for update skip locked)
            returning *\
            """)
        .param("now", time.now())
        .param("until", time.now().plus(LEASE))
        .query(BulkStore::bulk)
        .optional();
  }

  /** Keeps it ours while it is worked on. */
  void renew(UUID id) {
    jdbc.sql("update console.bulk set leased_until = ? where id = ?")
        .params(time.now().plus(LEASE), id)
        .update();
  }

  /** Leaves it to whoever goes on. */
  void release(UUID id) {
    jdbc.sql("update console.bulk set leased_until = null where id = ?").param(id).update();
  }

  void end(UUID id) {
    jdbc.sql("update console.bulk set ended_at = ?, leased_until = null where id = ?")
        .params(time.now(), id)
        .update();
  }

  /** The items that are still to be done, in their order. */
  List<Item> pending(UUID id, int max) {
    return jdbc.sql(
            """
            select * from console.bulk_item where bulk_id = ? and state = 'pending' order by n limit ?\
            """)
        .params(id, max)
        .query(BulkStore::item)
        .list();
  }

  /**
   * Notes what became of an item that was pending.
   *
   * @return false where it is no more
   */
  boolean outcome(UUID id, int n, State state, String answer) {
    return jdbc.sql(
                """
                update console.bulk_item set state = ?, answer = ?, at = ?
                where bulk_id = ? and n = ? and state = 'pending'\
                """)
            .params(state.wireName(), answer, time.now(), id, n)
            .update()
        == 1;
  }

  /** Forgets what nobody started in time, and what ended long ago; the action log keeps it. */
  void forget() {
    jdbc.sql(
            """
            delete from console.bulk where started_at is null and expires_at < ? or ended_at < ?\
            """)
        .params(time.now().minusDays(1), time.now().minus(KEPT_FOR))
        .update();
  }

  private static Bulk bulk(ResultSet row, int n) throws SQLException {
    return new Bulk(
        row.getObject("id", UUID.class),
        row.getString("who"),
        row.getString("action"),
        row.getString("list"),
        row.getBoolean("cut_off"),
        time(row, "expires_at"),
        row.getString("given_to"),
        row.getString("reason"),
        time(row, "started_at"),
        time(row, "ended_at"));
  }

  private static Item item(ResultSet row, int i) throws SQLException {
    return new Item(
        row.getInt("n"),
        row.getString("case_number"),
        row.getObject("target_key", Long.class),
        row.getString("step"),
        row.getString("detail"),
        state(row),
        row.getString("answer"));
  }

  private static State state(ResultSet row) throws SQLException {
    return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return CityTime.inCity(row.getObject(column, OffsetDateTime.class));
  }
}
