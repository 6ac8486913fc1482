package city.whistle.app;

import city.whistle.engine.server.EmbeddedEngine;
import java.net.URI;
import java.util.Optional;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Database, engine and, unless the engine runs alone, the application: started in this order,
 * stopped in the opposite one.
 */
final class Installation implements AutoCloseable {

  private final Options options;
  private final DataDirectory data;
  private final Parts parts = new Parts();

  Installation(Options options, DataDirectory data) {
    this.options = options;
    this.data = data;
  }

  /** Starts the parts that the mode asks for; returns when all of them answer. */
  Addresses start() {
    Database database =
        parts.add(Database.open(data, Optional.ofNullable(System.getenv("WHISTLE_DB_URL"))));
    AddressFile.forget(data);
    EmbeddedEngine engine = parts.add(startEngine(database));
    Addresses addresses =
        options.mode() == Options.Mode.ENGINE
            ? engineAlone(engine)
            : withApplication(engine, database);
    parts.add(AddressFile.write(data, addresses));
    return addresses;
  }

  private EmbeddedEngine startEngine(Database database) {
    return EmbeddedEngine.builder()
        .database(database.url(), null, null)
        .host(options.host())
        .restPort(options.restPort())
        .grpcPort(options.grpcPort())
        .managementPort(options.managementPort())
        .start();
  }

  private static Addresses engineAlone(EmbeddedEngine engine) {
    return new Addresses(
        Optional.empty(),
        engine.restAddress(),
        engine.grpcAddress(),
        engine.managementAddress(),
        Optional.empty());
  }

  private Addresses withApplication(EmbeddedEngine engine, Database database) {
    String key = HotlineKey.of(data);
    WhistleApplication.Settings settings =
        new WhistleApplication.Settings(
            options.host(),
            options.apiPort(),
            database.url(),
            engine.restAddress(),
            engine.grpcAddress(),
            data.keys(),
            key);
    ConfigurableApplicationContext context = parts.add(WhistleApplication.start(settings));
    return new Addresses(
        Optional.of(apiAddress(context)),
        engine.restAddress(),
        engine.grpcAddress(),
        engine.managementAddress(),
        Optional.of(key));
  }

  private URI apiAddress(ConfigurableApplicationContext context) {
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    String host = "0.0.0.0".equals(options.host()) ? "127.0.0.1" : options.host();
    return URI.create("http://%s:%s".formatted(host, port));
  }

  /** Stops what runs, also while {@link #start} is still at it. */
  @Override
  public void close() {
    parts.close();
  }
}
