package city.whistle.engine.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The engine's schema, brought up to date with a history of its own. */
public final class Schema {

  static final String NAME = "engine";

  private Schema() {}

  /**
   * Makes the schema or brings it to the newest version.
   *
   * @throws org.flywaydb.core.api.FlywayException where the database can't be reached or has a
   *     schema that this version doesn't know
   */
  public static void migrate(DataSource database) {
    Flyway.configure()
        .dataSource(database)
        .schemas(NAME)
        .defaultSchema(NAME)
        .createSchemas(true)
        .locations("classpath:db/engine/migration")
        .loggers(MigrationLog.class.getName())
        .load()
        .migrate();
  }
}
