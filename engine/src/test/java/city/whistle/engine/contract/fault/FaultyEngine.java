package city.whistle.engine.contract.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import city.whistle.engine.TestDatabase;
import city.whistle.engine.clock.EngineClock;
import city.whistle.engine.command.Command;
import city.whistle.engine.command.CommandProcessor;
import city.whistle.engine.command.MoveClock;
import city.whistle.engine.command.Preparation;
import city.whistle.engine.command.Processed;
import city.whistle.engine.command.Processor;
import city.whistle.engine.contract.simulation.Invariants;
import city.whistle.engine.decision.DecisionEngine;
import city.whistle.engine.expression.ExpressionEngine;
import city.whistle.engine.grpc.GrpcServer;
import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobDispatcher;
import city.whistle.engine.key.KeyGenerator;
import city.whistle.engine.loop.ClusterStatus;
import city.whistle.engine.loop.FaultyDatabase;
import city.whistle.engine.loop.Limits;
import city.whistle.engine.loop.WriterLoop;
import city.whistle.engine.model.ModelCompiler;
import city.whistle.engine.model.ProcessModel;
import city.whistle.engine.query.Queries;
import city.whistle.engine.rest.RestServer;
import city.whistle.engine.state.Row;
import city.whistle.engine.state.State;
import city.whistle.engine.store.Snapshot;
import city.whistle.engine.store.Store;
import com.zaxxer.hikari.HikariDataSource;
import io.camunda.client.CamundaClient;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A whole engine whose writes fail when told to, and whose memory can be looked at. */
final class FaultyEngine implements AutoCloseable {

  private static final String HOST = "127.0.0.1";

  private final HikariDataSource real = TestDatabase.migrated();
  private final FaultyDatabase database = new FaultyDatabase(real);
  private final State state = new State();
  private final Map<String, ProcessModel> models = new HashMap<>();
  private final EngineClock clock = new EngineClock(Clock.systemUTC());
  private final ModelCompiler compiler = new ModelCompiler(new ExpressionEngine(clock));
  private final WriterLoop loop;
  private final Queries queries = new Queries(real, 2);
  private final JobDispatcher jobs;
  private final RestServer rest;
  private final GrpcServer grpc;

  FaultyEngine() throws SQLException {
    KeyGenerator keys = new KeyGenerator();
    Store store = new Store(database.dataSource());
    loop = new WriterLoop(state, keys, new Looking(keys), store, clock, Limits.DEFAULT);
    jobs = new JobDispatcher(loop);
    rest =
        new RestServer(loop, queries, jobs.polls(), new ClusterStatus(), Door.on(HOST, 0), false);
    grpc = new GrpcServer(loop, jobs, Door.on(HOST, 0));
    loop.start();
    rest.start();
    grpc.start();
  }

  /** Looks at memory between two commands. */
  private record Look<A>(Function<State, A> at) implements Command<A> {}

  private final class Looking implements CommandProcessor {

    private final Processor processor;

    Looking(KeyGenerator keys) {
      ExpressionEngine expressions = new ExpressionEngine(clock);
      processor =
          new Processor(
              state,
              keys,
              clock,
              expressions,
              new DecisionEngine(clock),
              new ModelCompiler(expressions));
    }

    @Override
    public <A> Processed<A> process(Command<A> command) {
      return command instanceof Look<A> look
          ? new Processed<>(look.at.apply(state), List.of())
          : processor.process(command);
    }

    @Override
    public <A> Optional<Preparation<A>> preparation(Command<A> command) {
      return processor.preparation(command);
    }

    @Override
    public List<Runnable> preparationsAfterLoad() {
      return processor.preparationsAfterLoad();
    }

    @Override
    public void afterLoad() {
      processor.afterLoad();
    }
  }

  FaultyDatabase database() {
    return database;
  }

  HikariDataSource store() {
    return real;
  }

  CamundaClient client(boolean overRest) {
    return CamundaClient.newClientBuilder()
        .restAddress(URI.create("http://%s:%d".formatted(HOST, rest.port())))
        .grpcAddress(URI.create("http://%s:%d".formatted(HOST, grpc.port())))
        .preferRestOverGrpc(overRest)
        .build();
  }

  CompletableFuture<?> moveClock(Duration duration) {
    return loop.submit(new MoveClock.By(duration));
  }

  /** Tells the invariants of a model that is deployed. */
  void knows(String xml) {
    compiler.compile("known.bpmn", xml).forEach(model -> models.put(model.bpmnProcessId(), model));
  }

  /** What must hold of memory, and that it is what would be loaded; nobody uses the engine now. */
  void check(String when) {
    Map<String, Map<Long, Row>> memory = loop.submit(new Look<>(Snapshot::of)).join();
    Throwable broken =
        loop.submit(new Look<>(now -> catchThrowable(new Invariants(now, models)::check))).join();
    assertThat(broken).as(when).isNull();
    assertThat(memory).as(when).isEqualTo(Snapshot.ofStore(real));
  }

  @Override
  public void close() {
    jobs.close();
    rest.close();
    grpc.close();
    loop.close();
    queries.close();
    real.close();
  }
}
