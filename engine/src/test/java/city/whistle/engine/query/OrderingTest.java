package city.whistle.engine.query;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.engine.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.SQLDialect;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class OrderingTest {

  private static final Resource TASKS = Searchable.USER_TASK.resource();
  private static final Object TIME = OffsetDateTime.parse("2026-12-01T09:00:00+08:00");

  /** Else each page reads all pages before it. */
  @Test
  void thePageAfterAnotherBeginsInTheIndexWhereThatEnded() {
    String plan = plan(beyond("creationDate", TIME, false));

    assertThat(plan).contains("user_task_open_age").containsPattern("Index Cond: .*created_at >= ");
  }

  @Test
  void thePageBeforeAnotherEndsInTheIndexWhereThatBegan() {
    assertThat(plan(beyond("creationDate", TIME, true)))
        .containsPattern("Index Cond: .*created_at <= ");
  }

  @Test
  void whatHasNoValueComesLast() {
    assertThat(beyond("dueDate", TIME, false).toString()).contains("\"due_date\" is null");
    assertThat(beyond("dueDate", null, false).toString()).contains("\"due_date\" is null");
    assertThat(beyond("dueDate", null, true).toString()).contains("\"due_date\" is not null");
  }

  private static Condition beyond(String field, Object value, boolean backwards) {
    return Ordering.of(TASKS, List.of(new SearchRequest.Sort(field, false)))
        .beyond(Arrays.asList(value, 5L), backwards);
  }

  private static String plan(Condition beyond) {
    try (HikariDataSource source = TestDatabase.migrated()) {
      return DSL.using(source, SQLDialect.POSTGRES)
          .transactionResult(
              transaction -> {
                var database = transaction.dsl();
                database.execute("set local enable_seqscan = off");
                database.execute("set local enable_bitmapscan = off");
                database.execute("set local enable_sort = off");
                String wanted =
                    database
                        .select(TASKS.key().column())
                        .from(TASKS.from())
                        .where(DSL.field("t.state").eq("CREATED"))
                        .and(beyond)
                        .orderBy(DSL.field("t.created_at"), DSL.field("t.key"))
                        .limit(500)
                        .getSQL(ParamType.INLINED);
                return database.explain(database.resultQuery(wanted)).plan();
              });
    }
  }
}
