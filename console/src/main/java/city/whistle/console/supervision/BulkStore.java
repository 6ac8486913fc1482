package city.whistle.console.supervision;

import city.whistle.console.supervision.Bulk.Cohort;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.console.supervision.BulkPage.Said;
import city.whistle.workers.calendar.CityTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
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
  private final BulkRows rows;
  private final CityTime time;

  BulkStore(JdbcClient jdbc, BulkRows rows, CityTime time) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.time = time;
  }

  /**
   * Freezes it. Of what a person didn't start, only the newest are kept.
   *
   * @param of the instances; null where it is of cases
   */
  @Transactional
  public UUID freeze(
      String who, String action, String list, boolean cutOff, List<Item> items, Cohort of) {
    UUID id = UUID.randomUUID();
    OffsetDateTime now = time.now();
    jdbc.sql(
            """
            insert into console.bulk
              (id, who, action, list, cut_off, created_at, expires_at, process_id, version, element)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            who,
            action,
            list,
            cutOff,
            now,
            now.plus(STARTED_WITHIN),
            of == null ? null : of.process(),
            of == null ? null : of.version(),
            of == null ? null : of.element())
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
            insert into console.bulk_item
              (bulk_id, n, case_number, instance_key, target_key, step, detail, state, answer)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            n,
            item.number(),
            item.instance(),
            item.target(),
            item.step(),
            item.detail(),
            item.state().wireName(),
            item.answer())
        .update();
  }

  /**
   * Keeps to what its instances are to go, and what was said that it does to each.
   *
   * @return false where it was started, or may be no more
   */
  @Transactional
  public boolean aim(
      UUID id, String to, Map<String, String> steps, List<Said> preview, List<Item> judged) {
    boolean open =
        jdbc.sql(
                    """
                    update console.bulk
                    set given_to = ?, steps = ?::jsonb, preview = ?::jsonb, seal = ?
                    where id = ? and started_at is null and expires_at > ?\
                    """)
                .params(
                    to,
                    rows.written(steps),
                    rows.written(preview),
                    UUID.randomUUID(),
                    id,
                    time.now())
                .update()
            == 1;
    if (open) {
      judged.forEach(item -> judge(id, item));
    }
    return open;
  }

  private void judge(UUID id, Item item) {
    jdbc.sql(
            """
            update console.bulk_item set state = ?, answer = ?, detail = ?
            where bulk_id = ? and n = ?\
            """)
        .params(item.state().wireName(), item.answer(), item.detail(), id, item.n())
        .update();
  }

  Optional<Bulk> find(UUID id) {
    return jdbc.sql("select * from console.bulk where id = ?")
        .param(id)
        .query(rows::bulk)
        .optional();
  }

  /** Items in their order, from this place on. */
  List<Item> items(UUID id, int from, int max) {
    return jdbc.sql(
            "select * from console.bulk_item where bulk_id = ? and n >= ? order by n limit ?")
        .params(id, from, max)
        .query(BulkRows::item)
        .list();
  }

  /** How many items there are of each state. */
  Map<State, Integer> counts(UUID id) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    jdbc.sql("select state, count(*) as n from console.bulk_item where bulk_id = ? group by state")
        .param(id)
        .query((row, i) -> counts.put(BulkRows.state(row), row.getInt("n")))
        .list();
    return counts;
  }

  /**
   * Starts it, once; what isn't to be done is left out.
   *
   * @param seal of what was shown; null where nothing had to be chosen first
   * @param left places of the items that are left out
   * @return false where it was started before, may be no more, or is not what was shown
   */
  @Transactional
  public boolean start(
      UUID id, UUID seal, String to, String reason, Collection<Integer> left, String why) {
    boolean started =
        jdbc.sql(
                    """
                    update console.bulk set started_at = :now, given_to = :to, reason = :reason
                    where id = :id and started_at is null and expires_at > :now
                      and seal is not distinct from :seal::uuid\
                    """)
                .param("now", time.now())
                .param("seal", seal)
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
        .query(rows::bulk)
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
        .query(BulkRows::item)
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
}
