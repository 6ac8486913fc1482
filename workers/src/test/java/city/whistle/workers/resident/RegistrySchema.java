package city.whistle.workers.resident;

import city.whistle.workers.TestDatabase;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A registry's tables without an application, a database of its own each. */
final class RegistrySchema {

  private RegistrySchema() {}

  static DataSource create() {
    return new DriverManagerDataSource(TestDatabase.programUrl());
  }

  /** As a case's row is kept by a vault with this key. */
  static UUID sealCase(JdbcClient jdbc, MasterKey key) {
    UUID id = UUID.randomUUID();
    jdbc.sql(
            "insert into registry.case_key (case_id, wrapped_key, created_at) values (?, ?, now())")
        .params(id, SealedKey.of(id, new byte[MasterKey.BYTES], key).box())
        .update();
    return id;
  }
}
