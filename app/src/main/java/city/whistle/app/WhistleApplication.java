package city.whistle.app;

import city.whistle.console.ConsoleModule;
import city.whistle.workers.WorkersModule;
import city.whistle.workers.stuck.TasksOfInstances;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The Spring Boot application: the workers with their API, and the pages for people. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WorkersModule.class, ConsoleModule.class})
class WhistleApplication {

  /** The master key's file among the keys. */
  static final String MASTER_KEY_FILE = "master.key";

  static final String REST_ADDRESS = "camunda.client.rest-address";
  static final String GRPC_ADDRESS = "camunda.client.grpc-address";

  /**
   * How long a job taken by a copy of the application stays with it. Work takes milliseconds and is
   * done once however often it is tried, so what a killed copy had taken need not wait long.
   */
  private static final String JOB_TIMEOUT = "PT30S";

  static final String WATCH_INTERVAL = "whistle.watch-interval";
  static final String BURST_INTERVAL = "whistle.burst-interval";

  /** How long a request waits for a connection; then its client is told to come again. */
  private static final int DATABASE_PATIENCE_MILLIS = 5_000;

  private static final String NEVER = "PT0S";

  static final String HOTLINE_KEY = "whistle.demo-hotline-key";

  /** What is looked at every so often. */
  enum Watched {
    EVERYTHING(Map.of()),
    /** Nobody is missed who does nothing for a time: examples let days pass in a moment. */
    BURSTS(Map.of(WATCH_INTERVAL, NEVER, BURST_INTERVAL, "PT2S")),
    /** Whoever plays a day looks for bursts by its clock. */
    NOTHING(Map.of(WATCH_INTERVAL, NEVER, BURST_INTERVAL, NEVER));

    private final Map<String, String> intervals;

    Watched(Map<String, String> intervals) {
      this.intervals = intervals;
    }

    static Watched in(Options.Mode mode) {
      return switch (mode) {
        case DEMO -> BURSTS;
        case DAY -> NOTHING;
        default -> EVERYTHING;
      };
    }
  }

  /**
   * What the application needs to know of what runs around it.
   *
   * @param port where it listens, and which it tells residents; never 0
   * @param keys directory of the registry's keys
   * @param file further settings; need not be there
   * @param hotlineKey API key of the demonstration hotline; none where there is to be no such
   *     client
   * @param given what the command itself wants set
   * @param watched who looks what is due
   */
  record Settings(
      String host,
      int port,
      String databaseUrl,
      EngineLocation engine,
      Path keys,
      Path file,
      Optional<String> hotlineKey,
      Map<String, String> given,
      Watched watched) {

    /** What nothing else may say otherwise. */
    private Map<String, String> fixed() {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("server.address", host);
      properties.put("server.port", Integer.toString(port));
      properties.put("spring.datasource.url", databaseUrl);
      properties.put("logging.register-shutdown-hook", "false");
      properties.put("spring.servlet.multipart.enabled", "false");
      properties.put("spring.mvc.formcontent.filter.enabled", "false");
      properties.put("spring.config.additional-location", "optional:" + file.toUri());
      properties.putAll(given);
      if (engine instanceof EngineLocation.Embedded embedded) {
        properties.put(REST_ADDRESS, embedded.rest().toString());
        properties.put(GRPC_ADDRESS, embedded.grpc().toString());
        properties.put("camunda.client.prefer-rest-over-grpc", "false");
        properties.put("camunda.client.auth.method", "none");
      } else {
        properties.put("spring.profiles.active", "camunda");
      }
      return properties;
    }

    /** What holds unless the environment says otherwise. */
    private Map<String, Object> defaults() {
      Map<String, Object> properties = new LinkedHashMap<>();
      properties.put("whistle.master-key-file", keys.resolve(MASTER_KEY_FILE).toString());
      hotlineKey.ifPresent(key -> properties.put(HOTLINE_KEY, key));
      properties.put("camunda.client.worker.defaults.timeout", JOB_TIMEOUT);
      properties.putAll(watched.intervals);
      properties.put("spring.datasource.hikari.connection-timeout", DATABASE_PATIENCE_MILLIS);
      properties.put("whistle.public-url", "http://%s:%d".formatted(host, port));
      return properties;
    }

    private Stream<String> arguments() {
      return fixed().entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue());
    }
  }

  /** Starts it; whoever called stops it, so it has no shutdown hook of its own. */
  static ConfigurableApplicationContext start(Settings settings) {
    SpringApplication application = new SpringApplication(WhistleApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(settings.defaults());
    if (settings.engine() instanceof EngineLocation.Embedded embedded) {
      application.addInitializers(
          context -> inReach((GenericApplicationContext) context, embedded));
    }
    return application.run(settings.arguments().toArray(String[]::new));
  }

  /** What the engine in the same program is for the application, beside what its API offers. */
  private static void inReach(GenericApplicationContext context, EngineLocation.Embedded embedded) {
    context.registerBean("clock", Clock.class, embedded::clock);
    context.registerBean(
        "embeddedTasks",
        TasksOfInstances.class,
        embedded::tasks,
        definition -> definition.setPrimary(true));
  }
}
