package city.whistle.console;

import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.WorkersModule;
import javax.sql.DataSource;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Not annotated as a configuration, so that the module's scan passes it over. */
@EnableAutoConfiguration
@Import({WorkersModule.class, ConsoleModule.class, People.class, Cases.class})
public class ConsoleTestApplication {

  /** By which the provider's address ends. */
  public static final String PROVIDER = "city";

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

  @Bean(destroyMethod = "shutdown")
  MockOAuth2Server provider() {
    MockOAuth2Server provider = new MockOAuth2Server();
    provider.start();
    return provider;
  }

  @Bean
  DynamicPropertyRegistrar oidc(MockOAuth2Server provider) {
    return properties -> {
      properties.add("whistle.accounts.oidc.issuer", () -> provider.issuerUrl(PROVIDER).toString());
      properties.add("whistle.accounts.oidc.client-id", () -> "whistle");
      properties.add("whistle.accounts.oidc.client-secret", () -> "a secret of the two");
    };
  }

  @Bean
  MovedClock clock() {
    return new MovedClock();
  }
}
