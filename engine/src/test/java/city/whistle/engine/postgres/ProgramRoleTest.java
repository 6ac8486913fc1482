package city.whistle.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramRoleTest {

  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.temporary();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select pg_read_file('/etc/hostname')",
        "select * from pg_ls_dir('.')",
        "copy (select 1) to program 'true'",
        "create role other superuser",
        "create database other"
      })
  void theProgramCanDoNothingOutsideOfItsDatabase(String statement) {
    String url = server.createDatabase("city");
    assertThatThrownBy(() -> execute(url, statement)).hasMessageContaining("permission denied");
  }

  @Test
  void bothRolesConnectAfterOneHash() throws SQLException {
    server.createDatabase("city");
    try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
        Statement statement = connection.createStatement();
        ResultSet kept =
            statement.executeQuery(
                "select count(*) from pg_authid where rolpassword like 'SCRAM-SHA-256$1:%'")) {
      kept.next();
      assertThat(kept.getInt(1)).isEqualTo(2);
    }
  }

  @Test
  void whatASuperuserMadeBeforeBecomesThePrograms() throws SQLException {
    server.createDatabase("old");
    String before = server.jdbcUrl("old");
    execute(before, "create schema registry");
    execute(before, "create table registry.street (id bigserial, name text)");
    execute(before, "create sequence registry.number");
    execute(before, "create function registry.one() returns int language sql return 1");
    String url = server.createDatabase("old");
    execute(url, "alter table registry.street add column note text");
    execute(url, "insert into registry.street (name) values ('展览路街道')");
    execute(url, "alter sequence registry.number restart");
    execute(url, "drop function registry.one()");
    execute(url, "drop schema registry cascade");
  }

  @Test
  void aDatabaseMayBeMadeTwice() {
    assertThat(server.createDatabase("twice")).isEqualTo(server.createDatabase("twice"));
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
