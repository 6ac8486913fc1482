package city.whistle.engine.test;

import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/** Starts the engine for a context and tells it where it is, unless another runtime is chosen. */
record EngineAddresses() implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (environment.containsProperty(RuntimeMode.PROPERTY)
        || environment.containsProperty(RuntimeMode.LEGACY_PROPERTY)) {
      return;
    }
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("engine under test", addresses(EngineUnderTest.get())));
    ProcessTestDefaults.lookSoon();
  }

  private static Map<String, Object> addresses(EngineUnderTest engine) {
    String remote = "camunda.process-test.remote.";
    return Map.of(
        RuntimeMode.PROPERTY,
        "remote",
        remote + "client.rest-address",
        engine.restAddress().toString(),
        remote + "client.grpc-address",
        engine.grpcAddress().toString(),
        remote + "camunda-monitoring-api-address",
        engine.managementAddress().toString());
  }
}
