package city.whistle.workers.assessment.result;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.TestDatabase;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database whose versions kept their cases in one table. */
class EarlierVersionsTest {

  private static final String BEFORE = "80";

  private final DataSource database = new DriverManagerDataSource(TestDatabase.emptyUrl());
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final UUID published = UUID.randomUUID();
  private final UUID draft = UUID.randomUUID();

  @Test
  void keepsTheCasesOfVersionsThatThereAre() {
    migrate(BEFORE);
    fill();

    migrate("latest");

    assertThat(casesOf(published)).isEqualTo(2);
    assertThat(casesOf(draft)).isEqualTo(1);
  }

  @Test
  void dropsADraftOfThenWithItsCasesAlone() {
    migrate(BEFORE);
    fill();
    migrate("latest");

    jdbc.sql("delete from registry.assessment where id = ?").param(draft).update();

    assertThat(casesOf(published)).isEqualTo(2);
    assertThat(casesOf(draft)).isZero();
  }

  @Test
  void hasNoPartWhereNothingWasCounted() {
    migrate(BEFORE);

    migrate("latest");

    assertThat(
            count(
                "select count(*) from pg_inherits where inhparent = 'registry.assessment_case'::regclass"))
        .isZero();
    assertThat(count("select count(*) from registry.assessment_case")).isZero();
  }

  private void migrate(String to) {
    Flyway.configure()
        .dataSource(database)
        .schemas("registry")
        .locations("classpath:db/registry")
        .target(MigrationVersion.fromVersion(to))
        .load()
        .migrate();
  }

  private void fill() {
    UUID run = UUID.randomUUID();
    jdbc.sql("insert into registry.assessment_policy values ('p', 'd', '2026-01-01', '{}', true)")
        .update();
    jdbc.sql("insert into registry.assessment_run values (?, '2026-05-01', 1, now())")
        .param(run)
        .update();
    List.of(published, draft).forEach(version -> insert(run, version));
    List.of(published, published, draft).forEach(this::insertCase);
  }

  private void insert(UUID run, UUID version) {
    jdbc.sql(
            """
            insert into registry.assessment (id, run_id, version, state, policy_id, policy_digest, code_version,
              counts_from, counts_until, reason, computed_at)
            values (?, ?, ?, ?, 'p', 'd', '1', now(), now(), 'first', now())\
            """)
        .params(
            version,
            run,
            version.equals(published) ? 1 : 2,
            version.equals(published) ? "published" : "provisional")
        .update();
  }

  private void insertCase(UUID version) {
    jdbc.sql(
            """
            insert into registry.assessment_case (assessment_id, case_id, of_answers, unit_code, at)
            values (?, ?, false, '110102009', now())\
            """)
        .params(version, UUID.randomUUID())
        .update();
  }

  private long casesOf(UUID version) {
    return jdbc.sql("select count(*) from registry.assessment_case where assessment_id = ?")
        .param(version)
        .query(Long.class)
        .single();
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
