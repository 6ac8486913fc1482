package city.whistle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.benchmarks.EngineBench.Mode;
import city.whistle.engine.postgres.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmark runs and counts right; how fast it is here is nobody's business. */
class EngineBenchTest {

  private static final Settings TINY =
      new Settings(Duration.ofMillis(20), Duration.ofMillis(100), 2, 4, 4, 8, 10);

  private static PostgresServer postgres;

  @BeforeAll
  static void start() {
    postgres = PostgresServer.temporary();
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void countsWhatTheDatabaseHas(Mode mode) throws SQLException {
    EngineBench bench = new EngineBench(postgres, TINY, System.out);
    String database = "counted_" + mode.name().toLowerCase(Locale.ROOT);

    Outcome outcome = bench.measure(mode, database);

    assertThat(outcome.completed()).isEqualTo(outcome.started()).isPositive();
    assertThat(outcome.rounds()).hasSize(2);
    assertThat(outcome.rounds().stream().mapToInt(Round::completed).sum())
        .isLessThanOrEqualTo(outcome.completed());
    assertThat(count(database, "process_instance where state = 'COMPLETED'"))
        .isEqualTo(outcome.completed());
    assertThat(count(database, "variable")).isEqualTo(Errand.VARIABLES * outcome.completed());
  }

  @Test
  void writesTheRowsOfAnInstanceByJdbcAlone() throws SQLException {
    String name = "ceiling";
    EngineBench.migrate(postgres.createDatabase(name));

    try (Ceiling ceiling = new Ceiling(postgres.jdbcUrl(name), true)) {
      assertThat(ceiling.perSecond(2, Duration.ofMillis(1))).isPositive();
    }

    int instances = count(name, "process_instance where state = 'COMPLETED'");
    assertThat(instances).isPositive().isEqualTo(count(name, "process_instance"));
    assertThat(count(name, "element_instance where state = 'COMPLETED'")).isEqualTo(6 * instances);
    assertThat(count(name, "job where state = 'COMPLETED'")).isEqualTo(3 * instances);
    assertThat(count(name, "sequence_flow")).isEqualTo(4 * instances);
    assertThat(count(name, "variable")).isEqualTo(Errand.VARIABLES * instances);
  }

  @Test
  void namesTheMachineAndEveryModeInItsReport() throws SQLException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);

    new EngineBench(postgres, TINY, print).run(List.of(Mode.IN_PROCESS));

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("cores", "fsync off", "4 starts and 4 completions")
        .containsPattern("in process +[0-9,]+ +[0-9.]+ +[0-9.]+ +[0-9,]+  [0-9,]+")
        .containsPattern("29 row changes an instance +[0-9,]+")
        .containsPattern("with 10 instances open: [0-9,]+ ms")
        .containsPattern("[0-9.]+ KiB an open instance");
  }

  private static int count(String database, String what) throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from engine." + what)) {
      row.next();
      return row.getInt(1);
    }
  }
}
