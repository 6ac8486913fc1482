package city.whistle.engine.server;

import city.whistle.engine.http.Door;
import city.whistle.engine.job.JobPolls;
import city.whistle.engine.loop.Engine;
import city.whistle.engine.outcome.Rejection;
import city.whistle.engine.query.Found;
import city.whistle.engine.query.Queries;
import city.whistle.engine.query.SearchRequest;
import city.whistle.engine.query.Searchable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * An engine that runs in this program and serves Camunda's REST API, its gRPC gateway and its
 * management port.
 */
public final class EmbeddedEngine implements AutoCloseable {

  private final Engine engine;
  private final Queries queries;
  private final JobPolls polls;
  private final Parts parts;
  private final URI restAddress;
  private final URI grpcAddress;
  private final URI managementAddress;

  EmbeddedEngine(
      Engine engine,
      Queries queries,
      JobPolls polls,
      Parts parts,
      URI restAddress,
      URI grpcAddress,
      URI managementAddress) {
    this.engine = engine;
    this.queries = queries;
    this.polls = polls;
    this.parts = parts;
    this.restAddress = restAddress;
    this.grpcAddress = grpcAddress;
    this.managementAddress = managementAddress;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Engine engine() {
    return engine;
  }

  /**
   * Searches as the REST API does, for who is in the same program.
   *
   * @param body JSON of the request
   * @return fails with a {@link Rejection} as {@link Queries#run} says
   * @throws Rejection where the request has an unknown or mistyped member
   */
  public CompletableFuture<Found> search(Searchable what, Map<String, Object> body) {
    SearchRequest wanted = SearchRequest.of(body);
    return queries.run(wanted, database -> database.search(what, wanted));
  }

  public URI restAddress() {
    return restAddress;
  }

  public URI grpcAddress() {
    return grpcAddress;
  }

  public URI managementAddress() {
    return managementAddress;
  }

  /** Answers each request for jobs that waits, with none. */
  public void endPolls() {
    polls.endAll();
  }

  /** Ends polls, closes the ports, does and commits what waits, lets go of the database. */
  @Override
  public void close() {
    parts.close();
  }

  /** What an engine is started with. Ports are Camunda's, on the loopback address, if not given. */
  public static final class Builder {

    DataSource dataSource;
    String url;
    String user;
    String password;
    String host = "127.0.0.1";
    String managementHost = "127.0.0.1";
    Set<String> names = Set.of();
    boolean testing;
    int restPort = 8080;
    int grpcPort = 26500;
    int managementPort = 9600;
    Clock clock = Clock.systemUTC();
    Optional<Supplier<Duration>> longestRestPoll = Optional.empty();
    boolean writeNulls;

    private Builder() {}

    /** A pool with at least 10 connections; it stays open when the engine stops. */
    public Builder dataSource(DataSource pool) {
      this.dataSource = pool;
      return this;
    }

    /**
     * The engine makes its own connections.
     *
     * @param url of a PostgreSQL database, with jdbc: before it
     * @param user null where it stands in the URL
     * @param password null where it stands in the URL
     */
    public Builder database(String url, String user, String password) {
      this.url = url;
      this.user = user;
      this.password = password;
      return this;
    }

    /**
     * The address on which REST and gRPC listen. Nobody logs in there: let only clients reach it
     * that may do everything.
     */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /**
     * @param port 0 for any free one
     */
    public Builder restPort(int port) {
      this.restPort = port;
      return this;
    }

    /**
     * @param port 0 for any free one
     */
    public Builder grpcPort(int port) {
      this.grpcPort = port;
      return this;
    }

    /**
     * @param port 0 for any free one
     */
    public Builder managementPort(int port) {
      this.managementPort = port;
      return this;
    }

    /** The address on which the management port listens, whatever the others do. */
    public Builder managementHost(String host) {
      this.managementHost = host;
      return this;
    }

    /**
     * Names, beside localhost and the host, by which clients know this machine. A request in
     * another name is refused, since a page in a browser may have sent it; addresses always do.
     */
    public Builder names(Set<String> names) {
      this.names = Set.copyOf(names);
      return this;
    }

    /** Lets clients move the clock and delete everything, as tests want it. */
    public Builder testing() {
      this.testing = true;
      return this;
    }

    Door door(int port) {
      return new Door(host, port, names, testing);
    }

    Door managementDoor() {
      return new Door(managementHost, managementPort, names, testing);
    }

    /** What the engine's own clock follows while nobody moves it. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** How long a request for jobs over REST waits at most, whatever it asks for. */
    public Builder longestRestPoll(Duration longest) {
      return longestRestPoll(() -> longest);
    }

    /** The same, asked anew for each request. */
    public Builder longestRestPoll(Supplier<Duration> longest) {
      this.longestRestPoll = Optional.of(longest);
      return this;
    }

    /**
     * Writes members of REST answers that have no value as null, as Camunda 8.9 does. If not set,
     * they are left out, as 8.8 does. Java clients read either; a TypeScript SDK that validates
     * answers strictly reads only those of its own version.
     */
    public Builder writeNulls() {
      this.writeNulls = true;
      return this;
    }

    /**
     * Brings the schema up to date, loads what is open and opens the ports.
     *
     * @throws EngineStartException where that can't be; nothing is left running
     */
    public EmbeddedEngine start() {
      if ((dataSource == null) == (url == null)) {
        throw new IllegalStateException(
            "The engine needs one database: call either dataSource or database.");
      }
      return new Starter(this).start();
    }
  }
}
