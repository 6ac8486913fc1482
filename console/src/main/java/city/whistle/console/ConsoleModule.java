package city.whistle.console;

import city.whistle.console.account.AccountSettings;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.PropertySource;

/**
 * The pages, for an application to import beside the workers' module. Migrates the schema {@code
 * console} of the same database.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(AccountSettings.class)
@PropertySource("classpath:console.properties")
public class ConsoleModule {

  /** The registry's schema first, then ours, before anything asks the database. */
  @Bean
  FlywayMigrationStrategy schemas(DataSource database) {
    return registry -> {
      registry.migrate();
      Flyway.configure()
          .dataSource(database)
          .schemas("console")
          .defaultSchema("console")
          .createSchemas(true)
          .locations("classpath:db/console")
          .load()
          .migrate();
    };
  }
}
