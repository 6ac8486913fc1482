package city.whistle.workers.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import city.whistle.workers.RegistryTest;
import city.whistle.workers.assessment.count.Figure;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The cases of each version: a part of their table that comes and goes with it. */
@RegistryTest
class VersionCasesTest extends ComputationScene {

  /** In a thread of its own. */
  private static final Executor BESIDE = task -> new Thread(task).start();

  @Autowired private Assessments assessments;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate other;

  @Test
  void leavesNothingOfACountThatFailed() {
    cases.good(cases.of(null));
    List<String> before = parts();

    assertThatThrownBy(
            () ->
                other.executeWithoutResult(
                    status -> {
                      compute();
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");

    assertThat(parts()).isEqualTo(before);
    assertThat(assessments.versions(month)).isEmpty();
  }

  @Test
  void dropsThePartsOfVersionsThatAreGoneAndNoOthers() {
    cases.good(cases.of(null));
    Assessment dropped = compute();
    Assessment published = compute();
    assessments.publish(published.id());
    other.execute(s -> computation.recount(assessments.get(published.id()), "appeal"));
    assertThat(parts()).contains(part(dropped));

    computation.dropLeft();

    assertThat(parts()).doesNotContain(part(dropped)).contains(part(published));
    assertThat(cases(published, Figure.VALID)).hasSize(1);
  }

  @Test
  void keepsForNowWhatSomebodyReads() {
    cases.good(cases.of(null));
    Assessment dropped = compute();
    compute();

    other.executeWithoutResult(
        status -> {
          cases(dropped, Figure.VALID);
          CompletableFuture.runAsync(computation::dropLeft, BESIDE).join();
          assertThat(parts()).contains(part(dropped));
        });

    computation.dropLeft();
    assertThat(parts()).doesNotContain(part(dropped));
  }

  @Test
  void twoCountsOfAMonthAtOnceLeaveOneDraft() {
    cases.good(cases.of(null));
    UUID run = runs.begin(month, 1).id();
    CompletableFuture<Assessment> second =
        other.execute(
            status -> {
              computation.provisional(run, month, facts.settledMoment());
              CompletableFuture<Assessment> begun =
                  CompletableFuture.supplyAsync(this::compute, BESIDE);
              await().until(this::somebodyWaits);
              return begun;
            });

    Assessment last = second.join();
    assertThat(assessments.versions(month)).containsExactly(last);
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
            "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
        .query(Boolean.class)
        .single();
  }

  private List<String> parts() {
    return jdbc.sql(
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'registry.assessment_case'::regclass order by 1\
            """)
        .query(String.class)
        .list();
  }

  private static String part(Assessment version) {
    return "assessment_case_of_" + version.id().toString().replace("-", "");
  }
}
