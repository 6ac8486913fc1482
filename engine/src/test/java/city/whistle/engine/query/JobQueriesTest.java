package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searches for jobs where very many are done. */
class JobQueriesTest {

  private static final Resource JOBS = Searchable.JOB.resource();
  private static final long FAILED = 25_000;

  private HikariDataSource source;
  private DSLContext database;

  @BeforeEach
  void fill() {
    source = TestDatabase.migrated();
    database = DSL.using(source, SQLDialect.POSTGRES);
    new StoredRows(source)
        .insert(
            "job",
            Map.of(
                "key",
                0,
                "state",
                "COMPLETED",
                "process_instance_key",
                1,
                "element_instance_key",
                2));
    database.execute(
        "insert into engine.job select (jsonb_populate_record(j, jsonb_build_object('key', n, 'state',"
            + " case n when ? then 'FAILED' else 'COMPLETED' end))).*"
            + " from engine.job j, generate_series(1, 50000) n",
        FAILED);
    database.execute("vacuum analyze engine.job");
  }

  @AfterEach
  void close() {
    source.close();
  }

  @Test
  void thoseOfAStateAreFoundWithoutAllThatAreDone() {
    String wanted =
        database
            .select(JOBS.key().column())
            .from(JOBS.from())
            .where(Filters.all(JOBS.filters(), "", Map.of("state", "FAILED")))
            .orderBy(JOBS.key().column())
            .limit(100)
            .getSQL(ParamType.INLINED);

    assertThat(database.explain(database.resultQuery(wanted)).plan()).contains("job_state");
    assertThat(database.resultQuery(wanted).fetch(0, Long.class)).containsExactly(FAILED);
  }

  /** Else each job that ends would write to all indexes of the table. */
  @Test
  void aJobEndsWithoutANewEntryInAnyIndex() {
    Long inPlace =
        database.transactionResult(
            transaction -> {
              transaction.dsl().execute("update engine.job set state = 'CANCELED' where key = 1");
              return (Long)
                  transaction
                      .dsl()
                      .fetchValue(
                          "select pg_stat_get_xact_tuples_hot_updated('engine.job'::regclass)");
            });

    assertThat(inPlace).isEqualTo(1);
  }
}
