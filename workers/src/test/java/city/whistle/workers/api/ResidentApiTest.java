package city.whistle.workers.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import city.whistle.workers.casefile.CaseFile;
import city.whistle.workers.timeline.TimelineEntry;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;

/** Shows a resident's data to whoever says why, and destroys them. */
class ResidentApiTest extends ResidentTest {

  @Test
  void showsTheHotlineWhatTheResidentGave() throws Exception {
    CaseFile file = registry.opened();

    reveal(file, "")
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(jsonPath("$.number").value(file.number()))
        .andExpect(jsonPath("$.data.name").value("李某某"))
        .andExpect(jsonPath("$.data.phone").value("13800000000"))
        .andExpect(jsonPath("$.data.address").value("某小区42号楼3单元501室"))
        .andExpect(jsonPath("$.data.email").doesNotExist());
  }

  @Test
  void showsNoMoreThanWasAskedFor() throws Exception {
    reveal(registry.opened(), ", \"parts\": [\"phone\"]")
        .andExpect(jsonPath("$.data.phone").value("13800000000"))
        .andExpect(jsonPath("$.data.name").doesNotExist());
  }

  @Test
  void showsWhatWasAddedLater() throws Exception {
    CaseFile file = registry.dispatched();
    send(file, "/supplement", "{\"text\": \"又停电了\"}");

    reveal(file, ", \"parts\": [\"supplements\"]")
        .andExpect(jsonPath("$.data.supplements[0]").value("又停电了"));
  }

  @Test
  void tellsTheTimelineWhoLookedAndWhy() throws Exception {
    CaseFile file = registry.opened();

    reveal(file, ", \"parts\": [\"phone\"]");

    TimelineEntry line = registry.lastLine(file.id());
    assertThat(line.what()).isEqualTo("ResidentRevealed");
    assertThat(line.who()).isEqualTo("agent-7");
    assertThat(line.why()).isEqualTo("回访");
    assertThat(line.details()).contains("demo-hotline", "phone");
  }

  @Test
  void keepsPersonalDataOutOfTheReasonThatStaysForEver() throws Exception {
    CaseFile file = registry.opened();

    send(file, "/resident/reveal", "{\"officer\": \"agent-7\", \"reason\": \"打13800000000回访李某某\"}");

    assertThat(registry.lastLine(file.id()).why()).isEqualTo("打***回访***");
    assertThat(registry.everythingOutsideTheVault()).doesNotContain("13800000000", "李某某");
  }

  @Test
  void tellsTheNumberToDialBesideWhatWasSaid() throws Exception {
    reveal(
            registry.opened(body -> body.withObject("/resident").put("phone", "010-65121234转801")),
            "")
        .andExpect(jsonPath("$.data.phone").value("010-65121234转801"))
        .andExpect(jsonPath("$.data.dial").value("01065121234-801"));
  }

  @Test
  void namesEveryBadField() throws Exception {
    send(
            registry.opened(),
            "/resident/reveal",
            "{\"officer\": \"a b\", \"parts\": [\"soul\"], \"x\": 1}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.errors[*].field", hasSize(4)));
  }

  @Test
  void listsWhoLookedPageByPage() throws Exception {
    CaseFile file = confidential();
    reveal(file, ", \"parts\": [\"phone\", \"email\"]");
    reveal(file, ", \"parts\": [\"phone\"], \"unitCode\": \"" + OWNER + "\"");

    String first = reveals(file, "?limit=2").andReturn().getResponse().getContentAsString();
    String rest =
        reveals(file, "?cursor=" + JsonPath.read(first, "$.cursor"))
            .andReturn()
            .getResponse()
            .getContentAsString();

    assertThat(JsonPath.<List<String>>read(first, "$.items[*].outcome"))
        .containsExactly("shown", "absent");
    assertThat(JsonPath.<Map<String, Object>>read(rest, "$.items[0]"))
        .containsEntry("officer", "agent-7")
        .containsEntry("client", "demo-hotline")
        .containsEntry("unit", OWNER)
        .containsEntry("reason", "回访")
        .containsEntry("part", "phone")
        .containsEntry("outcome", "refused");
    assertThat(JsonPath.<Map<String, Object>>read(rest, "$")).doesNotContainKey("cursor");
  }

  @Test
  void destroysTheDataOfACaseThatIsOver() throws Exception {
    CaseFile file = closed();

    erase(file).andExpect(status().isOk()).andExpect(jsonPath("$.erasedAt").isNotEmpty());

    reveal(file, "")
        .andExpect(status().isGone())
        .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
        .andExpect(jsonPath("$.detail", containsString("destroyed on")));
    assertThat(registry.steps(file.id())).endsWith("ResidentErased", "RevealRefused");
  }

  @Test
  void destroysNothingWhileTheResidentMustBeReached() throws Exception {
    CaseFile file = registry.dispatched();

    erase(file).andExpect(status().isConflict());

    reveal(file, "").andExpect(status().isOk());
  }

  @Test
  void destroysOnceAndTellsAgainWhenItWas() throws Exception {
    CaseFile file = closed();
    String first = erase(file).andReturn().getResponse().getContentAsString();

    erase(file).andExpect(content().json(first));

    assertThat(registry.steps(file.id())).containsOnlyOnce("ResidentErased");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reveal", "erase"})
  void doesNotKnowANumberThatIsNone(String call) throws Exception {
    api.perform(
            post("/api/cases/20000101-000000/resident/" + call)
                .header("X-API-Key", CaseApiTest.KEY)
                .contentType(MediaType.APPLICATION_JSON)
                .content(asked("")))
        .andExpect(status().isNotFound());
  }
}
