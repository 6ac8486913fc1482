package city.whistle.app;

import city.whistle.workers.WorkersModule;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The Spring Boot application: the workers with their API. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WorkersModule.class)
class WhistleApplication {

  /**
   * What the application needs to know of what runs around it.
   *
   * @param keys directory of the registry's keys
   * @param hotlineKey API key of the demonstration hotline
   */
  record Settings(
      String host,
      int port,
      String databaseUrl,
      URI engineRest,
      URI engineGrpc,
      Path keys,
      String hotlineKey) {

    private Map<String, String> properties() {
      Map<String, String> properties = new LinkedHashMap<>();
      properties.put("server.address", host);
      properties.put("server.port", Integer.toString(port));
      properties.put("spring.datasource.url", databaseUrl);
      properties.put("camunda.client.rest-address", engineRest.toString());
      properties.put("camunda.client.grpc-address", engineGrpc.toString());
      properties.put("camunda.client.prefer-rest-over-grpc", "false");
      properties.put("camunda.client.auth.method", "none");
      properties.put("whistle.master-key-file", keys.resolve("master.key").toString());
      properties.put("whistle.demo-hotline-key", hotlineKey);
      if (port != 0) {
        properties.put("whistle.public-url", "http://%s:%d".formatted(host, port));
      }
      properties.put("logging.register-shutdown-hook", "false");
      return properties;
    }

    private Stream<String> arguments() {
      return properties().entrySet().stream().map(e -> "--" + e.getKey() + "=" + e.getValue());
    }
  }

  /** Starts it; whoever called stops it, so it has no shutdown hook of its own. */
  static ConfigurableApplicationContext start(Settings settings) {
    SpringApplication application = new SpringApplication(WhistleApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    return application.run(settings.arguments().toArray(String[]::new));
  }
}
