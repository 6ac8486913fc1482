package city.whistle.workers.dataset;

import city.whistle.workers.assessment.policy.Policy;
import city.whistle.workers.digest.Sha256;
import city.whistle.workers.json.JsonText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Imports what policy says of the assessment. A set that its file shows otherwise than before stays
 * beside the new one, since it may have made figures.
 */
@Component
class PolicyImport {

  private final DataFile files;
  private final JdbcClient jdbc;
  private final JsonText json;

  PolicyImport(DataFile files, JdbcClient jdbc, JsonText json) {
    this.files = files;
    this.jdbc = jdbc;
    this.json = json;
  }

  void importSets() {
    jdbc.sql("update registry.assessment_policy set current = false where current").update();
    files.read("assessment.json", Sets.class).sets().forEach(this::importSet);
  }

  private void importSet(JsonNode set) {
    String content = json.write(set);
    Policy policy = json.read(content, Policy.class);
    jdbc.sql(
            """
            insert into registry.assessment_policy (id, digest, valid_from, content, current)
            values (?, ?, ?, ?::jsonb, true)
            on conflict (id, digest) do update set current = true\
            """)
        .params(
            policy.id(), HexFormat.of().formatHex(Sha256.of(content)), policy.validFrom(), content)
        .update();
  }

  record Sets(List<JsonNode> sets) {}
}
