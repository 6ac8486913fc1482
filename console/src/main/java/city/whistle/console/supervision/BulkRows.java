package city.whistle.console.supervision;

import city.whistle.console.supervision.Bulk.Cohort;
import city.whistle.console.supervision.Bulk.Item;
import city.whistle.console.supervision.Bulk.State;
import city.whistle.console.supervision.BulkPage.Said;
import city.whistle.workers.calendar.CityTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A bulk and its items as the database has them. */
@Component
class BulkRows {

  private static final TypeReference<Map<String, String>> STEPS = new TypeReference<>() {};
  private static final TypeReference<List<Said>> PREVIEW = new TypeReference<>() {};

  private final ObjectMapper json;

  BulkRows(ObjectMapper json) {
    this.json = json;
  }

  Bulk bulk(ResultSet row, int n) throws SQLException {
    return new Bulk(
        row.getObject("id", UUID.class),
        row.getString("who"),
        row.getString("action"),
        row.getString("list"),
        row.getBoolean("cut_off"),
        time(row, "expires_at"),
        row.getString("given_to"),
        row.getString("reason"),
        time(row, "started_at"),
        time(row, "ended_at"),
        row.getString("process_id") == null ? null : cohort(row));
  }

  private Cohort cohort(ResultSet row) throws SQLException {
    return new Cohort(
        row.getString("process_id"),
        row.getInt("version"),
        row.getString("element"),
        read(row.getString("steps"), STEPS),
        read(row.getString("preview"), PREVIEW),
        row.getObject("seal", UUID.class));
  }

  static Item item(ResultSet row, int i) throws SQLException {
    return new Item(
        row.getInt("n"),
        row.getString("case_number"),
        row.getObject("instance_key", Long.class),
        row.getObject("target_key", Long.class),
        row.getString("step"),
        row.getString("detail"),
        state(row),
        row.getString("answer"));
  }

  static State state(ResultSet row) throws SQLException {
    return State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
  }

  private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
    return CityTime.inCity(row.getObject(column, OffsetDateTime.class));
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a bulk is not as it was written", e);
    }
  }

  String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a bulk can't be written", e);
    }
  }
}
