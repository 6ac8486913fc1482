package city.whistle.workers;

import city.whistle.workers.notification.delivery.DeliverySettings;
import city.whistle.workers.stuck.StuckSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/**
 * The case registry, its HTTP API and all job workers, for an application to import. Needs a {@code
 * DataSource} on PostgreSQL, whose schema {@code registry} it migrates, and, unless {@code
 * camunda.client.enabled=false}, a Camunda client.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties({
  WhistleProperties.class,
  DeliverySettings.class,
  StuckSettings.class
})
public class WorkersModule {

  @Bean
  @Fallback
  Clock systemClock() {
    return Clock.systemUTC();
  }

  @Bean
  FlywayConfigurationCustomizer registrySchema() {
    return flyway ->
        flyway
            .schemas("registry")
            .defaultSchema("registry")
            .createSchemas(true)
            .locations("classpath:db/registry");
  }
}
