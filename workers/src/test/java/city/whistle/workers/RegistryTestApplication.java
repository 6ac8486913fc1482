package city.whistle.workers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(WorkersModule.class)
public class RegistryTestApplication {

  static final String API_KEY = "a-key-for-tests-of-more-than-32-characters";

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    return DataSourceBuilder.create().url(postgres.getJdbcUrl("postgres", "postgres")).build();
  }

  @Bean
  SteppedClock clock() {
    return new SteppedClock(Instant.parse("2026-03-27T02:00:00Z"));
  }

  @Bean
  RecordingEngine engine() {
    return new RecordingEngine();
  }
}
