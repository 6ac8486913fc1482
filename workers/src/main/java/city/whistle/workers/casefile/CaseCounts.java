package city.whistle.workers.casefile;

import city.whistle.workers.WhistleProperties;
import city.whistle.workers.background.BackgroundWork;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up what changes of cases say of how many each unit has. What isn't added up yet counts all
 * the same, see {@link UnitFigures}; it only takes longer to read.
 */
@Component
class CaseCounts extends BackgroundWork {

  private static final int AT_ONCE = 10_000;

  private final JdbcClient jdbc;

  CaseCounts(JdbcClient jdbc, WhistleProperties properties) {
    super(properties.watchInterval());
    this.jdbc = jdbc;
  }

  @Override
  protected Map<String, Runnable> work() {
    return Map.of("whistle-counts", this::addUp);
  }

  /** Two at once take different changes, and the sums in one order. */
  void addUp() {
    while (addSome() == AT_ONCE) {
      // until few are left
    }
  }

  private int addSome() {
    return jdbc.sql(
            """
            with taken as (
              select id from registry.case_count_change order by id limit :max for update skip locked),
            gone as (
              delete from registry.case_count_change where id in (select id from taken)
              returning owner_code, what, of, accused_unit, n),
            added as (
              insert into registry.case_count as c (owner_code, what, of, accused_unit, n)
              select owner_code, what, of, accused_unit, sum(n) from gone
              group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
              on conflict (owner_code, what, of, accused_unit) do update set n = c.n + excluded.n)
            select count(*) from gone\
            """)
        .param("max", AT_ONCE)
        .query(Integer.class)
        .single();
  }
}
