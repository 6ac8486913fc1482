package city.whistle.engine.server;

import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.CommandProcessor;
import city.whistle.engine.command.Processor;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.grpc.GrpcServer;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.job.JobPolls;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Puts an engine together and starts it, from the database up to the ports. */
final class Starter {

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

  /** The schema is brought up to date while everything else is put together. */
  private EmbeddedEngine startParts() {
    Pools pools = connect();
    CompletableFuture<Void> migration =
        OwnThread.run("engine-schema", () -> Schema.migrate(pools.writing()));
    WriterLoop loop = parts.add(loop(pools));
    Queries queries = parts.add(new Queries(pools.reading(), Pools.READERS));
    Together servers = parts.add(new Together());
    JobDispatcher jobs = parts.add(new JobDispatcher(loop));
    RestServer rest = servers.add(rest(loop, queries, jobs));
    GrpcServer grpc = servers.add(new GrpcServer(loop, jobs, settings.door(settings.grpcPort)));
    ManagementServer management =
        servers.add(new ManagementServer(loop, jobs.polls(), status, settings.managementDoor()));
    await(migration);
    start(loop);
    Ports.open(address("the REST API", "restPort", settings.restPort), rest::start);
    Ports.open(address("the gRPC gateway", "grpcPort", settings.grpcPort), grpc::start);
    Ports.open(
        new Address(
            "management", "managementPort", settings.managementHost, settings.managementPort),
        management::start);
    return new EmbeddedEngine(
        loop,
        queries,
        jobs.polls(),
        parts,
        uri(settings.host, rest.port()),
        uri(settings.host, grpc.port()),
        uri(settings.managementHost, management.port()));
  }

  private Pools connect() {
    if (settings.dataSource != null) {
      return new Pools(settings.dataSource, settings.dataSource);
    }
    try {
      return Pools.of(settings.url, settings.user, settings.password, parts);
    } catch (PoolInitializationException e) {
      throw databaseFailed(e.getCause() == null ? e : e.getCause());
    }
  }

  private static void await(CompletableFuture<Void> migration) {
    try {
      migration.join();
    } catch (CompletionException e) {
      throw databaseFailed(e.getCause());
    }
  }

  private static void start(WriterLoop loop) {
    try {
      loop.start();
    } catch (SQLException e) {
      throw databaseFailed(e);
    }
  }

  private WriterLoop loop(Pools pools) {
    State state = new State();
    KeyGenerator keys = new KeyGenerator();
    EngineClock clock = new EngineClock(settings.clock);
    CommandProcessor processor = processor(state, keys, clock);
    Store store = new Store(pools.writing());
    return new WriterLoop(state, keys, processor, store, clock, Limits.DEFAULT);
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

  private RestServer rest(WriterLoop loop, Queries queries, JobDispatcher jobs) {
    JobPolls polls = settings.longestRestPoll.map(jobs.polls()::atMost).orElseGet(jobs::polls);
    return new RestServer(
        loop, queries, polls, status, settings.door(settings.restPort), settings.writeNulls);
  }

  private Address address(String api, String option, int port) {
    return new Address(api, option, settings.host, port);
  }

  private static URI uri(String host, int port) {
    String inUri = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%d".formatted(inUri, port));
  }
}
