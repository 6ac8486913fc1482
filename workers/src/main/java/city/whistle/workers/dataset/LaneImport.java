package city.whistle.workers.dataset;

import city.whistle.workers.json.JsonText;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Imports what policy says of lanes, and a first register of them; what was registered since stays
 * as it was registered.
 */
@Component
class LaneImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;
  private final JsonText json;

  LaneImport(DataFile files, JdbcTemplate jdbc, JsonText json) {
    this.files = files;
    this.jdbc = jdbc;
    this.json = json;
  }

  void importLanes() {
    jdbc.update("delete from registry.lane_policy");
    jdbc.batchUpdate(
        "insert into registry.lane_policy (valid_from, content) values (?::date, ?::jsonb)",
        files.read("lane-policy.json", Policies.class).sets().stream()
            .map(set -> new Object[] {set.path("validFrom").asText(), json.write(set)})
            .toList());
    Register register = files.read("lanes.json", Register.class);
    jdbc.batchUpdate(
        """
        insert into registry.lane (id, name, street_code, class, valid_from, source)
        values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing\
        """,
        register.lanes().stream().map(row -> row.values(register.source())).toList());
  }

  record Policies(List<JsonNode> sets) {}

  record Register(String source, List<Row> lanes) {}

  record Row(
      String id,
      String name,
      String street,
      @JsonProperty("class") String laneClass,
      LocalDate validFrom) {

    private Object[] values(String source) {
      return new Object[] {id, name, street, laneClass, validFrom, source};
    }
  }
}
