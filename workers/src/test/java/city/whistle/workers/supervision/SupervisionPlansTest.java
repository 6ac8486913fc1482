package city.whistle.workers.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.RegistryTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** There are more supervisions each day, and none is ever deleted. */
@RegistryTest
class SupervisionPlansTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  @Test
  void findsWhatAMatterHadOfACauseByIndex() {
    String total = "select sum(count) from registry.supervision where" + Supervisions.SAME;

    assertThat(plan(total)).contains("supervision_matter").doesNotContain("Seq Scan");
  }

  @Test
  void findsWhatIsOpenOfAWhistleByIndex() {
    assertThat(plan(Supervisions.OPEN))
        .contains("supervision_case", "supervision_whistle")
        .doesNotContain("Seq Scan", "supervision_running");
  }

  /** As many as run in a city, of cases that needn't be there; none of it stays. */
  private static final String FILL =
      """
      insert into registry.supervision (id, case_id, unit_code, cause, count, raised_at)
      select gen_random_uuid(), gen_random_uuid(), 'u', 'urge', 1, now() from generate_series(1, 5000)""";

  private String plan(String sql) {
    UUID subject = UUID.randomUUID();
    Map<String, Object> values =
        Map.of("subject", subject, "cause", "urge", "unit", "", "task", "", "whistle", "");
    List<String> lines =
        transaction.execute(
            status -> {
              jdbc.sql("set local session_replication_role = replica").update();
              jdbc.sql(FILL).update();
              jdbc.sql("analyze registry.supervision").update();
              status.setRollbackOnly();
              return jdbc.sql("explain " + sql).params(values).query(String.class).list();
            });
    return String.join("\n", lines);
  }
}
