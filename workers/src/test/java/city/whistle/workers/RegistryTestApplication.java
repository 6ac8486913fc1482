package city.whistle.workers;

import city.whistle.workers.assessment.AnsweredCases;
import city.whistle.workers.assessment.AssessmentScene;
import city.whistle.workers.patrol.PatrolScene;
import city.whistle.workers.theme.ThemeScene;
import java.time.Instant;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Not annotated as a configuration, so that the module's scan passes it over. */
@EnableAutoConfiguration
@Import({
  WorkersModule.class,
  Registry.class,
  AnsweredCases.class,
  AssessmentScene.class,
  PatrolScene.class,
  ThemeScene.class
})
public class RegistryTestApplication {

  public static final String API_KEY = "a-key-for-tests-of-more-than-32-characters";

  @Bean
  DataSource dataSource() {
    return DataSourceBuilder.create().url(TestDatabase.url()).build();
  }

  @Bean
  SteppedClock clock() {
    return new SteppedClock(Instant.parse("2026-03-27T02:00:00Z"));
  }

  @Bean
  RecordingEngine engine() {
    return new RecordingEngine();
  }

  @Bean
  EngineStock stock() {
    return new EngineStock();
  }
}
