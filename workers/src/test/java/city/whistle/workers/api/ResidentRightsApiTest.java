package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** Who sees a resident's data, and how often. */
class ResidentRightsApiTest extends ResidentTest {

  @ParameterizedTest
  @ValueSource(strings = {"system", "System", "resident", "hotline:x", "hotline"})
  void takesNobodyForAnOfficerWhoIsNone(String officer) throws Exception {
    send(
            registry.opened(),
            "/resident/reveal",
            "{\"officer\": \"%s\", \"reason\": \"回访\"}".formatted(officer))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", contains("officer")));
  }

  @Test
  void showsNothingToAClientThatMayNot() throws Exception {
    CaseFile file = registry.opened();
    String key = admit(EnumSet.complementOf(EnumSet.of(Scope.REVEAL)), null);

    api.perform(request(file, "/resident/reveal", key, asked("")))
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.scope").value("reveal"));
  }

  @Test
  void showsTheOwnerWhomToContact() throws Exception {
    reveal(registry.dispatched(), ", \"unitCode\": \"" + OWNER + "\"")
        .andExpect(jsonPath("$.data.phone").value("13800000000"));
  }

  @Test
  void showsNothingToAUnitThatDoesNotOwnTheCase() throws Exception {
    reveal(registry.dispatched(), ", \"unitCode\": \"xicheng-power\"")
        .andExpect(status().isForbidden())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.rule").value("notOwner"));
  }

  @Test
  void hidesWhoComplainedInConfidenceFromTheOwner() throws Exception {
    CaseFile file = confidential();

    reveal(file, ", \"unitCode\": \"" + OWNER + "\"")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.rule").value("confidential"))
        .andExpect(jsonPath("$.detail", containsString("hidden from the handling unit")));
    assertThat(registry.lastLine(file.id()).what()).isEqualTo("RevealRefused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "phone", "email", "location"})
  void hidesEachPartThatTellsWhoReportedAWrong(String part) throws Exception {
    CaseFile file = registry.dispatched(body -> body.put("kind", "report"));

    reveal(file, ", \"unitCode\": \"" + OWNER + "\", \"parts\": [\"" + part + "\"]")
        .andExpect(status().isForbidden())
        .andExpect(jsonPath("$.rule").value("confidential"));
  }

  @Test
  void showsTheOwnerTheMatterOfAConfidentialCaseWithoutThePerson() throws Exception {
    String parts = ", \"parts\": [\"content\", \"address\"]";

    reveal(confidential(), ", \"unitCode\": \"" + OWNER + "\"" + parts)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.shielded").value(true))
        .andExpect(jsonPath("$.data.content").value("两栋回迁楼长期没有正式供电,住户***请求解决"))
        .andExpect(jsonPath("$.data.address").value("某小区***号楼***单元***室"));
  }

  @Test
  void showsTheHotlineWhoComplainedInConfidence() throws Exception {
    reveal(confidential(), "").andExpect(jsonPath("$.data.phone").value("13800000000"));
  }

  @Test
  void takesAUnitsOwnSystemForThatUnit() throws Exception {
    CaseFile file = confidential();
    String key = admit(EnumSet.of(Scope.REVEAL), OWNER);

    api.perform(request(file, "/resident/reveal", key, asked("")))
        .andExpect(jsonPath("$.rule").value("confidential"));
    api.perform(request(file, "/resident/reveal", key, asked(", \"unitCode\": \"110102\"")))
        .andExpect(status().isUnprocessableEntity());
  }

  @Test
  void letsNobodyLookTooOften() throws Exception {
    CaseFile file = registry.opened();
    String key = admit(EnumSet.of(Scope.REVEAL), null);
    String body = asked(", \"parts\": [\"supplements\"]");
    for (int i = 0; i < TIMES_AN_HOUR; i++) {
      api.perform(request(file, "/resident/reveal", key, body)).andExpect(status().isOk());
    }

    api.perform(request(file, "/resident/reveal", key, body))
        .andExpect(status().isTooManyRequests())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(header().string("Retry-After", "3600"));
  }

  @Test
  void letsSomebodyLookWhoLookedOftenWhileTheClockWasAhead() throws Exception {
    CaseFile file = registry.opened();
    String key = admit(EnumSet.of(Scope.REVEAL), null);
    String body = asked(", \"parts\": [\"supplements\"]");
    clock.add(Duration.ofDays(30));
    for (int i = 0; i < TIMES_AN_HOUR; i++) {
      api.perform(request(file, "/resident/reveal", key, body));
    }
    clock.add(Duration.ofDays(-30));

    api.perform(request(file, "/resident/reveal", key, body)).andExpect(status().isOk());
  }
}
