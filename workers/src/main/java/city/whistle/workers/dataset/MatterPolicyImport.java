package city.whistle.workers.dataset;

import city.whistle.workers.json.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Imports how matters of several callers are found and counted. */
@Component
class MatterPolicyImport {

  private final DataFile files;
  private final JdbcTemplate jdbc;
  private final JsonText json;

  MatterPolicyImport(DataFile files, JdbcTemplate jdbc, JsonText json) {
    this.files = files;
    this.jdbc = jdbc;
    this.json = json;
  }

  void importPolicies() {
    List<JsonNode> policies = files.read("matters.json", File.class).policies();
    jdbc.update("delete from registry.matter_policy");
    jdbc.batchUpdate(
        "insert into registry.matter_policy (valid_from, content) values (?, ?::jsonb)",
        policies.stream()
            .map(
                policy ->
                    new Object[] {
                      LocalDate.parse(policy.path("validFrom").asText()), json.write(policy)
                    })
            .toList());
  }

  record File(List<JsonNode> policies) {}
}
