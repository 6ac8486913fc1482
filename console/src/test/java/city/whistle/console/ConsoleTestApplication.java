package city.whistle.console;

import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.WorkersModule;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Not annotated as a configuration, so that the module's scan passes it over. */
@EnableAutoConfiguration
@Import({WorkersModule.class, ConsoleModule.class, People.class, Cases.class})
public class ConsoleTestApplication {

  static final String API_KEY = "a-key-for-tests-of-more-than-32-characters";

  @Bean(destroyMethod = "close")
  PostgresServer postgres() {
    return PostgresServer.temporary();
  }

  @Bean
  DataSource dataSource(PostgresServer postgres) {
    return DataSourceBuilder.create().url(postgres.jdbcUrl("postgres")).build();
  }

  @Bean
  DynamicPropertyRegistrar engine() {
    return properties -> {
      properties.add("camunda.client.rest-address", EngineUnderTest.get()::restAddress);
      properties.add("camunda.client.grpc-address", EngineUnderTest.get()::grpcAddress);
    };
  }

  @Bean
  MovedClock clock() {
    return new MovedClock();
  }
}
