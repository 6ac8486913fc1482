package city.whistle.benchmarks.pages;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The people whose pages are measured, made beside the first administrator, with his password. */
final class Staff {

  private final String jdbcUrl;

  Staff(String jdbcUrl) {
    this.jdbcUrl = jdbcUrl;
  }

  /**
   * Nothing where he is there already.
   *
   * @param unit null where the role is held for none
   */
  void add(String id, String role, String unit) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
      run(
          connection,
          """
          insert into console.person (id, name, language, password_hash, created_at)
          select ?, ?, 'zh', password_hash, now() from console.person where id = 'admin'
          on conflict (id) do nothing\
          """,
          id,
          id);
      run(
          connection,
          """
          insert into console.held_role (id, person_id, role, unit_code, valid_from, given_by)
          select gen_random_uuid(), p.id, ?, ?, current_date - 1, 'benchmark' from console.person p
          where p.id = ? and not exists (select from console.held_role h where h.person_id = p.id)\
          """,
          role,
          unit,
          id);
    }
  }

  /** The unit of a kind that owns the most open cases. */
  String busiest(String kind) throws SQLException {
    return value(
        "select owner_code from city.open where owner_kind = '"
            + kind
            + "' group by owner_code order by count(*) desc limit 1");
  }

  /** A case's number of the unit, at a stage. */
  String caseAt(String stage, String unit) throws SQLException {
    return value(
        "select number from city.open where stage = '%s' and owner_code = '%s' order by n limit 1"
            .formatted(stage, unit));
  }

  private String value(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(jdbcUrl);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new SQLException("the city has too few open cases for: " + sql);
      }
      return row.getString(1);
    }
  }

  private static void run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
