package city.whistle.workers.lives;

import city.whistle.engine.test.EngineUnderTest;
import city.whistle.workers.Registry;
import city.whistle.workers.TestDatabase;
import city.whistle.workers.WaitingPolls;
import city.whistle.workers.WorkersModule;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** All workers and the registry on one engine, whose clock they share. */
@EnableAutoConfiguration
@Import({WorkersModule.class, Registry.class, WaitingPolls.class})
class LifeTestApplication {

  @Bean
  DataSource dataSource() {
    return DataSourceBuilder.create().url(TestDatabase.url()).build();
  }

  @Bean
  Clock clock() {
    return EngineUnderTest.get().clock();
  }
}
