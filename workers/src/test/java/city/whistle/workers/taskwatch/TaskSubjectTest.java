package city.whistle.workers.taskwatch;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.taskwatch.TaskSubject.Supervised;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TaskSubjectTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode ID = JSON.valueToTree(UUID.randomUUID().toString());
  private static final JsonNode SUPERVISION = JSON.createObjectNode().set("id", ID);
  private static final JsonNode OWNER = unit("code", "name", "110102009", "展览路街道");

  @Test
  void saysWhichOfTheSummonedUnitsIsSupervised() {
    JsonNode summons = unit("unitCode", "unitName", "fire", "消防");

    assertThat(
            of(Map.of("caseId", ID, "supervision", SUPERVISION, "owner", OWNER, "summons", summons))
                .supervised())
        .isEqualTo(new Supervised("fire", "消防"));
  }

  @Test
  void saysThatTheOwnerIsSupervised() {
    assertThat(of(Map.of("caseId", ID, "supervision", SUPERVISION, "owner", OWNER)).supervised())
        .isEqualTo(new Supervised("110102009", "展览路街道"));
  }

  @Test
  void saysNothingOfThatWhereNobodyIsSupervised() {
    assertThat(of(Map.of("caseId", ID, "owner", OWNER)).supervised()).isNull();
  }

  private static TaskSubject of(Map<String, JsonNode> variables) {
    return TaskSubject.of(variables).orElseThrow();
  }

  private static JsonNode unit(String code, String name, String itsCode, String itsName) {
    return JSON.createObjectNode().put(code, itsCode).put(name, itsName);
  }
}
