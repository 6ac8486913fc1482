package city.whistle.engine.server;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.CommandProcessor;
import city.whistle.engine.command.Processor;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.grpc.GrpcServer;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.Limits;
import city.whistle.engine.loop.WriterLoop;
import city.whistle.engine.management.ManagementServer;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.query.Queries;
import city.whistle.engine.rest.RestServer;
import city.whistle.engine.state.State;
import city.whistle.engine.store.Schema;
import city.whistle.engine.store.Store;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.net.URI;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an engine together and starts it, from the database up to the ports. */
final class Starter {

  private static final Logger LOG = LoggerFactory.getLogger(Starter.class);

  private final EmbeddedEngine.Builder settings;
  private final Parts parts = new Parts();
  private final ClusterStatus status = new ClusterStatus();

  Starter(EmbeddedEngine.Builder settings) {
    this.settings = settings;
  }

  EmbeddedEngine start() {
    try {
      return startParts();
    } catch (RuntimeException | Error e) {
      parts.close();
      throw e;
    }
  }

  private EmbeddedEngine startParts() {
    Pools pools = connect();
    WriterLoop engine = startLoop(pools);
    Queries queries = parts.add(new Queries(pools.reading(), Pools.READERS));
    JobDispatcher jobs = parts.add(new JobDispatcher(engine));
    URI rest = startRest(engine, queries, jobs);
    URI grpc = startGrpc(engine, jobs);
    URI management = startManagement(engine, jobs);
    parts.stopFirst(jobs);
    LOG.info("The engine is up: REST {}, gRPC {}, management {}", rest, grpc, management);
    return new EmbeddedEngine(engine, parts, rest, grpc, management);
  }

  private Pools connect() {
    if (settings.dataSource != null) {
      return migrated(new Pools(settings.dataSource, settings.dataSource));
    }
    try {
      return migrated(Pools.of(settings.url, settings.user, settings.password, parts));
    } catch (PoolInitializationException e) {
      throw databaseFailed(e.getCause() == null ? e : e.getCause());
    }
  }

  private static Pools migrated(Pools pools) {
    try {
      Schema.migrate(pools.writing());
      return pools;
    } catch (FlywayException e) {
      throw databaseFailed(e);
    }
  }

  private WriterLoop startLoop(Pools pools) {
    State state = new State();
    KeyGenerator keys = new KeyGenerator();
    EngineClock clock = new EngineClock(settings.clock);
    WriterLoop loop =
        new WriterLoop(
            state,
            keys,
            processor(state, keys, clock),
            new Store(pools.writing()),
            clock,
            Limits.DEFAULT);
    try {
      loop.start();
    } catch (SQLException e) {
      throw databaseFailed(e);
    }
    return parts.add(loop);
  }

  private static CommandProcessor processor(State state, KeyGenerator keys, EngineClock clock) {
    ExpressionEngine expressions = new ExpressionEngine(clock);
    return new Processor(
        state, keys, clock, expressions, new DecisionEngine(clock), new ModelCompiler(expressions));
  }

  private static EngineStartException databaseFailed(Throwable cause) {
    return new EngineStartException(
        "The engine's database can't be used: " + cause.getMessage(), cause);
  }

  private URI startRest(WriterLoop engine, Queries queries, JobDispatcher jobs) {
    RestServer server =
        parts.add(
            new RestServer(
                engine,
                queries,
                settings.longestRestPoll.map(jobs.polls()::atMost).orElseGet(jobs::polls),
                status,
                settings.host,
                settings.restPort));
    Ports.open(address("the REST API", "restPort", settings.restPort), server::start);
    return uri(server.port());
  }

  private URI startGrpc(WriterLoop engine, JobDispatcher jobs) {
    GrpcServer server = parts.add(new GrpcServer(engine, jobs, settings.host, settings.grpcPort));
    Ports.open(address("the gRPC gateway", "grpcPort", settings.grpcPort), server::start);
    return uri(server.port());
  }

  private URI startManagement(WriterLoop engine, JobDispatcher jobs) {
    ManagementServer server =
        parts.add(
            new ManagementServer(
                engine, jobs.polls(), status, settings.host, settings.managementPort));
    Ports.open(address("management", "managementPort", settings.managementPort), server::start);
    return uri(server.port());
  }

  private Address address(String api, String option, int port) {
    return new Address(api, option, settings.host, port);
  }

  private URI uri(int port) {
    String host = settings.host.contains(":") ? "[" + settings.host + "]" : settings.host;
    return URI.create("http://%s:%d".formatted(host, port));
  }
}
