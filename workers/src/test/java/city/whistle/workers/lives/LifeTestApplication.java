package city.whistle.workers.lives;

import city.whistle.engine.postgres.PostgresServer;
import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.Registry;
import city.whistle.workers.WorkersModule;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** All workers and the registry on one engine, whose clock they share. */
@EnableAutoConfiguration
@Import({WorkersModule.class, Registry.class})
class LifeTestApplication {

  @Bean(destroyMethod = "close")
  PostgresServer postgres() {
    return PostgresServer.temporary();
  }

  @Bean
  DataSource dataSource(PostgresServer postgres) {
    return DataSourceBuilder.create().url(postgres.jdbcUrl("postgres")).build();
  }

  @Bean
  Clock clock() {
    return EngineUnderTest.get().clock();
  }
}
