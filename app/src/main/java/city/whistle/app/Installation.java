package city.whistle.app;

import city.whistle.app.day.Backstage;
import city.whistle.app.day.Letters;
import city.whistle.app.day.Letters.Letter;
import city.whistle.console.account.FirstAdministrator;
import city.whistle.console.people.DemonstrationStaff;
import city.whistle.engine.command.FindWork;
import city.whistle.engine.server.EmbeddedEngine;
import city.whistle.workers.WhistleProperties;
import city.whistle.workers.burst.Bursts;
import city.whistle.workers.notification.delivery.NotificationDispatcher;
import city.whistle.workers.outbox.Outbox;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Database, engine and, unless the engine runs alone, the application: started in this order,
 * stopped in the opposite one. In profile camunda without the engine.
 */
final class Installation implements AutoCloseable {

  private final Options options;
  private final DataDirectory data;
  private final Runnable whenDatabaseLost;
  private final Parts parts = new Parts();
  private ConfigurableApplicationContext application;
  private EmbeddedEngine engine;
  private Letters letters;

  Installation(Options options, DataDirectory data) {
    this(options, data, () -> {});
  }

  /**
   * @param whenDatabaseLost runs where the embedded PostgreSQL has died and can't be started again
   */
  Installation(Options options, DataDirectory data, Runnable whenDatabaseLost) {
    this.options = options;
    this.data = data;
    this.whenDatabaseLost = whenDatabaseLost;
  }

  /** Starts the parts that the mode asks for; returns when all of them answer. */
  Addresses start() {
    Database database =
        parts.add(Database.open(data, Optional.ofNullable(System.getenv(Database.URL_VARIABLE))));
    database.embedded().ifPresent(server -> server.whenLost(whenDatabaseLost));
    AddressFile.forget(data);
    Addresses addresses = options.embedded() ? withEngine(database) : onCluster(database);
    parts.add(AddressFile.write(data, addresses));
    return addresses;
  }

  private Addresses withEngine(Database database) {
    engine = parts.add(startEngine(database));
    Addresses alone =
        new Addresses(
            Optional.empty(),
            engine.restAddress(),
            engine.grpcAddress(),
            Optional.of(engine.managementAddress()),
            Optional.empty(),
            Optional.empty());
    if (options.mode() == Options.Mode.ENGINE) {
      return alone;
    }
    if (options.mode() == Options.Mode.DAY) {
      // before anything is deployed: what begins each evening must begin on that day's
      engine.engine().clock().pinTo(DayCommand.begins(options.day()));
      letters = parts.add(Letters.open());
    }
    ConfigurableApplicationContext running =
        startApplication(
            database,
            new EngineLocation.Embedded(
                alone.rest(), alone.grpc(), engine.engine().clock(), new EmbeddedTasks(engine)));
    return new Addresses(
        Optional.of(apiAddress(running.getEnvironment())),
        alone.rest(),
        alone.grpc(),
        alone.management(),
        hotlineKey(running.getEnvironment()),
        firstSignIn(running));
  }

  private EmbeddedEngine startEngine(Database database) {
    EmbeddedEngine.Builder builder =
        EmbeddedEngine.builder()
            .database(database.url(), null, null)
            .host(options.hosts().engine())
            .managementHost(options.hosts().management())
            .names(options.engine().names())
            .restPort(options.ports().rest())
            .grpcPort(options.ports().grpc())
            .managementPort(options.ports().management());
    if (options.engine().testing()) {
      builder.testing();
    }
    if (options.engine().writeNulls()) {
      builder.writeNulls();
    }
    return builder.start();
  }

  private Addresses onCluster(Database database) {
    ConfigurableApplicationContext running =
        startApplication(database, new EngineLocation.Cluster());
    Environment settings = running.getEnvironment();
    return new Addresses(
        Optional.of(apiAddress(settings)),
        URI.create(settings.getRequiredProperty(WhistleApplication.REST_ADDRESS)),
        URI.create(settings.getRequiredProperty(WhistleApplication.GRPC_ADDRESS)),
        Optional.empty(),
        hotlineKey(settings),
        firstSignIn(running));
  }

  private ConfigurableApplicationContext startApplication(
      Database database, EngineLocation engine) {
    WhistleApplication.Settings settings =
        new WhistleApplication.Settings(
            options.hosts().api(),
            FreePorts.api(options),
            database.url(),
            engine,
            data.keys(),
            data.settings(),
            HotlineKey.of(data, options.hosts().api()),
            letters == null ? Map.of() : letters.settings(),
            WhistleApplication.Watched.in(options.mode()));
    application = parts.add(WhistleApplication.start(settings));
    return application;
  }

  /** Makes accounts for the people of examples; only after the start of an application. */
  DemonstrationStaff demonstrationStaff() {
    return application.getBean(DemonstrationStaff.class);
  }

  /** What application and engine do by themselves; only after the start of both, of a day. */
  Backstage backstage() {
    Outbox outbox = application.getBean(Outbox.class);
    Bursts bursts = application.getBean(Bursts.class);
    NotificationDispatcher sender = application.getBean(NotificationDispatcher.class);
    return new Backstage() {
      @Override
      public boolean isIdle() {
        return !engine.engine().submit(new FindWork()).join() && outbox.isIdle();
      }

      @Override
      public void look() {
        bursts.look();
      }

      @Override
      public List<Letter> letters() {
        sender.sendDue();
        return letters.take();
      }
    };
  }

  private Optional<URI> firstSignIn(ConfigurableApplicationContext running) {
    URI local = apiAddress(running.getEnvironment());
    URI told = running.getBean(WhistleProperties.class).publicUrl();
    // with TLS before it, a browser keeps no sign-in of the address without
    URI console = "https".equals(told.getScheme()) ? told : local;
    return running.getBean(FirstAdministrator.class).link().map(console::resolve);
  }

  private URI apiAddress(Environment running) {
    String port = running.getRequiredProperty("local.server.port");
    String host = reachable(options.hosts().api());
    return URI.create("http://%s:%s".formatted(host, port));
  }

  /** An address for what runs here, where all are listened on. */
  private static String reachable(String host) {
    return "0.0.0.0".equals(host) ? "127.0.0.1" : host;
  }

  private static Optional<String> hotlineKey(Environment running) {
    return Optional.ofNullable(running.getProperty(WhistleApplication.HOTLINE_KEY));
  }

  /** Stops what runs, also while {@link #start} is still at it. */
  @Override
  public void close() {
    parts.close();
  }
}
