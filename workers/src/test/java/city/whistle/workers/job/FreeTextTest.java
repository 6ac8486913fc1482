package city.whistle.workers.job;

import static org.assertj.core.api.Assertions.assertThat;

import city.whistle.workers.Registry;
import city.whistle.workers.RegistryTest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RegistryTest
class FreeTextTest {

  @Autowired private Jobs jobs;
  @Autowired private Registry registry;

  @Test
  void readsWhatOfficersWroteWithoutWhoComplained() {
    UUID caseId = registry.opened().id();

    JsonNode read =
        read(
            Map.of(
                "caseId",
                caseId,
                "note",
                "已电话13800000000联系李某某",
                "meeting",
                Map.of("actions", List.of(Map.of("what", "3单元501室换表"))),
                "whistleRequest",
                Map.of("place", "展览路24号3单元501")));

    assertThat(read.path("note").asText()).isEqualTo("已电话***联系***");
    assertThat(read.at("/meeting/actions/0/what").asText()).isEqualTo("***单元***室换表");
    assertThat(read.at("/whistleRequest/place").asText()).isEqualTo("展览路24号***单元***");
  }

  @Test
  void readsTheWordsForTheVaultAsTheyAre() {
    JsonNode read = read(Map.of("reply", Map.of("text", "请拨打13800001111"), "comment", "住3单元501室"));

    assertThat(read.at("/reply/text").asText()).isEqualTo("请拨打13800001111");
    assertThat(read.path("comment").asText()).isEqualTo("住3单元501室");
  }

  @Test
  void readsTheNamesAmongWhichAFormLetsChooseAsTheyAreRegistered() {
    JsonNode read =
        read(
            Map.of(
                "unitChoices", List.of(Map.of("value", "xicheng-lifts", "label", "3单元501室电梯站"))));

    assertThat(read.at("/unitChoices/0/label").asText()).isEqualTo("3单元501室电梯站");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20260327-000001",
        "W20260327-1000001",
        "110102009",
        "xicheng-power",
        "2026-03-28T09:30:00.123+08:00",
        "4b4fc1f0-6f0f-4a47-9f2e-446655440000",
        "PT1H30M",
        "Asia/Shanghai"
      })
  void readsCodesAsTheyAre(String code) {
    assertThat(read(Map.of("x", code)).path("x").asText()).isEqualTo(code);
  }

  private JsonNode read(Map<String, Object> variables) {
    return jobs.read(TestJob.of("test.read", variables), JsonNode.class);
  }
}
