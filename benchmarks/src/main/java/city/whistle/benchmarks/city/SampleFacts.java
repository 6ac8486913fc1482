package city.whistle.benchmarks.city;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the registry and the engine say of a sample.
 *
 * @param ids of what belongs to it: whistles, summonses, callbacks
 * @param instances its process and all that it called
 */
record SampleFacts(
    String id,
    String number,
    String title,
    String streetCode,
    String streetName,
    String districtCode,
    String districtName,
    String categoryCode,
    String categoryName,
    List<String> ids,
    List<String> whistles,
    List<String> instances) {

  private static final String CASE =
      """
      select f.id, f.title, f.street_code, s.name, f.district_code, d.name, f.category_code, f.category_name
      from registry.case_file f join registry.unit s on s.code = f.street_code and s.valid_to is null
        join registry.unit d on d.code = f.district_code and d.valid_to is null
      where f.number = ?\
      """;

  private static final String IDS =
      """
      with c as (select id from registry.case_file where number = ?),
        w as (select id from registry.whistle where case_id in (select id from c))
      select id from w
      union all select id from registry.summons where whistle_id in (select id from w)
      union all select id from registry.callback where case_id in (select id from c)\
      """;

  private static final String WHISTLES =
      "select w.number from registry.whistle w join registry.case_file f on f.id = w.case_id where f.number = ?";

  private static final String INSTANCES =
      """
      select p.key from engine.process_instance p join registry.case_file f on f.process_instance_key = p.root_process_instance_key
      where f.number = ?\
      """;

  static SampleFacts read(Connection connection, String number) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CASE)) {
      find.setString(1, number);
      try (ResultSet row = find.executeQuery()) {
        row.next();
        int column = 1;
        return new SampleFacts(
            row.getString(column++),
            number,
            row.getString(column++),
            row.getString(column++),
            row.getString(column++),
            row.getString(column++),
            row.getString(column++),
            row.getString(column++),
            row.getString(column),
            list(connection, IDS, number),
            list(connection, WHISTLES, number),
            list(connection, INSTANCES, number));
      }
    }
  }

  private static List<String> list(Connection connection, String sql, String number)
      throws SQLException {
    List<String> found = new ArrayList<>();
    try (PreparedStatement find = connection.prepareStatement(sql)) {
      find.setString(1, number);
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
    }
    return found;
  }
}
