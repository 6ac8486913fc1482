package city.whistle.benchmarks;

import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.server.EmbeddedEngine;
import city.whistle.engine.store.Schema;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Measures the engine in process, over gRPC and over REST, and PostgreSQL alone beside it. */
final class EngineBench {

  private static final List<Integer> GROUPS = List.of(1, 10, 50, 200);

  private final PostgresServer postgres;
  private final Settings settings;
  private final PrintStream out;
  private final AtomicInteger databases = new AtomicInteger();

  EngineBench(PostgresServer postgres, Settings settings, PrintStream out) {
    this.postgres = postgres;
    this.settings = settings;
    this.out = out;
  }

  void run(List<Mode> modes) throws SQLException {
    out.println(Report.heading(Machine.of(postgres.jdbcUrl("postgres")), settings));
    out.println(Report.columns());
    for (Mode mode : modes) {
      out.println(Report.line(mode.title, measure(mode, newDatabase())));
    }
    out.println();
    ceiling(true);
    ceiling(false);
    out.println();
    out.println(
        Report.footprint(
            Footprint.measure(postgres.createDatabase(newDatabase()), settings.waiting())));
  }

  /** Runs one mode on an engine of its own. */
  Outcome measure(Mode mode, String database) {
    try (EmbeddedEngine engine =
        EmbeddedEngine.builder()
            .database(postgres.createDatabase(database), null, null)
            .restPort(0)
            .grpcPort(0)
            .managementPort(0)
            .start()) {
      return mode.run.apply(new Subject(engine, settings));
    }
  }

  private String newDatabase() {
    return "bench" + databases.incrementAndGet();
  }

  private void ceiling(boolean withVariables) throws SQLException {
    String url = postgres.createDatabase(newDatabase());
    migrate(url);
    Map<Integer, Double> perSecond = new LinkedHashMap<>();
    Duration time = settings.round().dividedBy(4);
    try (Ceiling ceiling = new Ceiling(url, withVariables)) {
      for (int group : GROUPS) {
        perSecond.put(group, ceiling.perSecond(group, time));
      }
    }
    if (withVariables) {
      out.println(Report.ceilingColumns(perSecond));
    }
    out.println(
        Report.ceilingLine(
            "%d row changes an instance%s"
                .formatted(Ceiling.changes(withVariables), withVariables ? "" : ", no variables"),
            perSecond));
  }

  static void migrate(String url) {
    try (HikariDataSource database = new HikariDataSource()) {
      database.setJdbcUrl(url);
      database.setMaximumPoolSize(2);
      Schema.migrate(database);
    }
  }

  /** An engine and what to do with it. */
  private record Subject(EmbeddedEngine engine, Settings settings) {

    Outcome inProcess() {
      try (Port port = new InProcess(engine.engine())) {
        return new Load(port, settings).run();
      }
    }

    Outcome over(Protocol protocol) {
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  protocol.name(),
                  engine.restAddress().toString(),
                  engine.grpcAddress().toString()));
      arguments.addAll(List.of(settings.toArguments()));
      return Report.read(JavaProcess.run(ClientMain.class, arguments));
    }
  }

  /** A way to use the engine. */
  enum Mode {
    IN_PROCESS("in process", Subject::inProcess),
    GRPC("over gRPC", subject -> subject.over(Protocol.GRPC)),
    REST("over REST", subject -> subject.over(Protocol.REST));

    private final String title;
    private final Function<Subject, Outcome> run;

    Mode(String title, Function<Subject, Outcome> run) {
      this.title = title;
      this.run = run;
    }
  }
}
